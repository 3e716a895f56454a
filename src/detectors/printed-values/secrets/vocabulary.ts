// Words that stand next to a secret, in the languages that are read. Data only: how they are
// matched is in find-labels.ts, and what their values look like in values.ts.

/** What a label announces. */
export type LabelKind =
  /** A password or pass phrase. */
  | 'password'
  /** A short word for a password, which is also a word for other things. */
  | 'short-password'
  /** A word for any code, for a password only where the picture names a way in. */
  | 'access-word'
  /** A key of a wireless network: eight characters or more, digits alone included. */
  | 'network-key'
  /** A word for any key: of a network, where the picture names one. */
  | 'local-key'
  /** `PIN`: not six digits, because a postcode in India is called so. */
  | 'pin'
  /** A number that opens a door, a card or a phone. */
  | 'entry-code'
  /** A token or key of a program. */
  | 'token'
  /** The key of an authenticator app, in base 32. */
  | 'setup-key'
  /** A long key in groups that restores an account or a disk. */
  | 'recovery-key'
  /** Followed by a list of codes. */
  | 'recovery-codes'
  /** Followed by the words of a wallet. */
  | 'recovery-phrase';

export const VOCABULARY: Readonly<Record<LabelKind, readonly string[]>> = {
  password: [
    ...['password', 'passwd', 'pwd', 'passphrase', 'passcode', 'admin pw', 'wifi pw', 'wlan pw', 'login pw'],
    ...['wifi password', 'network password', 'router password', 'admin password', 'guest password', 'login password'],
    ...['my password', 'your password', 'the password', 'password is', 'new password', 'temporary password'],
    ...['initial password', 'default password', 'windows password', 'master password'],
    // What Windows prints for a known network.
    ...['key content', 'Schlüsselinhalt', 'contenu de la clé', 'contenido de la clave', 'contenuto chiave'],
    ...['conteúdo da chave', 'sleutelinhoud'],
    ...['WLAN-Passwort', 'WLAN-Kennwort', 'Router-Passwort', 'Netzwerkpasswort', 'Netzwerkkennwort', 'Passwort lautet'],
    ...['Passwort', 'Kennwort', 'Losungswort', 'Passphrase', 'Zugangspasswort', 'Gerätepasswort'],
    ...['mot de passe', 'mdp', 'phrase secrète', 'phrase de passe', 'mot de passe wifi'],
    ...['contraseña wifi', 'contraseña de red', 'senha do wifi', 'senha wifi', 'wifi-wachtwoord', 'password wifi'],
    ...['contraseña', 'contrasenya', 'clave de acceso', 'clave personal', 'frase de contraseña'],
    ...["parola d'ordine", 'parola chiave', 'parola di accesso', 'passwort'],
    ...['senha', 'palavra-passe', 'palavra chave', 'frase-passe'],
    ...['wachtwoord', 'wachtwoordzin', 'toegangswoord'],
    ...['lösenord', 'passord', 'adgangskode', 'salasana', 'hasło', 'heslo', 'şifre', 'lozinka', 'parolă', 'jelszó'],
    ...['密码', '密碼', '口令', 'パスワード', '비밀번호', 'пароль', 'κωδικός πρόσβασης'],
  ],
  'short-password': ['pw', 'p/w', 'psw', 'pass', 'ww'],
  'access-word': ['clave', 'parola'],
  'network-key': [
    ...['wifi key', 'wlan key', 'wpa key', 'wpa2 key', 'wpa3 key', 'wep key', 'wpa psk', 'wpa2 psk', 'psk'],
    ...['wpa/wpa2 key', 'wpa2/wpa3 key', 'wpa', 'wpa2', 'wpa3', 'encryption key'],
    ...[
      'wireless key',
      'wireless network key',
      'network key',
      'network security key',
      'security key',
      'pre-shared key',
    ],
    ...['default key', 'wifi code', 'wifi pass', 'wifi pin', 'wireless pin', 'wpa pre-shared key', 'wireless password'],
    ...['WLAN-Schlüssel', 'WiFi-Schlüssel', 'Netzwerkschlüssel', 'WLAN-Netzwerkschlüssel', 'WPA-Schlüssel'],
    ...['WPA2-Schlüssel', 'Netzwerksicherheitsschlüssel', 'Sicherheitsschlüssel', 'Funknetzschlüssel', 'WLAN-Code'],
    ...['clé wifi', 'clé wpa', 'clé wpa2', 'clé wep', 'clé de sécurité', 'clé réseau', 'clé de sécurité wifi'],
    ...['clé de sécurité réseau', "clé d'accès", 'clé de réseau', 'clé sans fil', 'code wifi'],
    ...[
      'clave wifi',
      'clave wpa',
      'clave wpa2',
      'clave wep',
      'clave de red',
      'clave de seguridad',
      'clave inalámbrica',
    ],
    ...['clave de la red', 'código wifi', 'llave wifi'],
    ...['chiave wifi', 'chiave wpa', 'chiave wpa2', 'chiave di rete', 'chiave di sicurezza', 'chiave wireless'],
    ...['codice wifi', 'chiave di accesso', 'chiave di protezione'],
    ...['chave wifi', 'chave wpa', 'chave de rede', 'chave de segurança', 'chave de acesso', 'chave da rede'],
    ...['netwerksleutel', 'wifi-sleutel', 'wpa-sleutel', 'beveiligingssleutel', 'netwerkbeveiligingssleutel'],
    ...['draadloze sleutel', 'nätverksnyckel', 'netværksnøgle', 'klucz sieci', '无线密码', '无线密钥'],
  ],
  'local-key': ['key', 'code', 'schlüssel', 'clé', 'clef', 'clave', 'chiave', 'chave', 'sleutel', 'codice', 'código'],
  pin: ['pin', 'nip', 'código pin', 'codice pin', 'pin code', 'code pin', 'pincode', 'pin number', 'pin-nummer'],
  'entry-code': [
    ...['puk', 'puk code', 'code puk', 'puk1', 'puk2', 'pin1', 'pin2', 'sim pin', 'card pin', 'bank pin'],
    ...['door code', 'gate code', 'entry code', 'keypad code', 'alarm code', 'safe code', 'lock code', 'garage code'],
    ...['lockbox code', 'key safe code', 'access code', 'unlock code', 'screen lock code', 'disarm code'],
    ...['Geheimzahl', 'Geheimnummer', 'Türcode', 'Zugangscode', 'Alarmcode', 'Torcode', 'Tresorcode', 'Entsperrcode'],
    ...['Sperrcode', 'Gerätecode', 'PIN-Karte'],
    ...['code secret', 'code confidentiel', 'digicode', "code d'entrée", 'code portail', "code d'accès", 'code alarme'],
    ...['code porte', 'code de la porte', 'code du portail', "code de l'alarme", 'code carte', 'code coffre'],
    ...['código secreto', 'código de acceso', 'código de la puerta', 'código de entrada', 'código de alarma'],
    ...['codice segreto', 'codice di accesso', 'codice porta', 'codice allarme', 'codice cancello'],
    ...['código de acesso', 'código da porta', 'código do portão', 'código do alarme', 'código de bloqueio'],
    ...['toegangscode', 'deurcode', 'alarmcode', 'kluiscode', 'poortcode', 'geheime code'],
  ],
  token: [
    ...['api key', 'api secret', 'api token', 'access token', 'auth token', 'bearer token', 'refresh token'],
    ...['client secret', 'app secret', 'consumer secret', 'secret access key', 'webhook secret', 'signing secret'],
    ...['personal access token', 'deploy token', 'bot token', 'private key', 'secret token', 'api schlüssel'],
    ...['app password', 'app-specific password', 'App-Passwort', 'license server password'],
    ...['clé api', "clé d'api", 'clave api', 'clave de api', 'chiave api', 'chave api', 'chave de api', 'api sleutel'],
    ...['clé privée', 'clave privada', 'chiave privata', 'chave privada', 'privater schlüssel', 'privésleutel'],
  ],
  'setup-key': [
    ...[
      'setup key',
      'set-up key',
      'manual entry key',
      'manual setup key',
      'secret key',
      'authenticator key',
      'otp key',
    ],
    ...['otp secret', 'totp secret', 'totp key', '2fa secret', '2fa key', '2fa code key', 'secret', 'text code', 'key'],
    ...['account key', 'your key', 'setup code', 'enter this code', 'enter this key', 'enter this text code'],
    ...['enter the following code', 'enter the key', 'enter the code manually', 'enter code manually'],
    ...['geheimer schlüssel', 'einrichtungsschlüssel', 'schlüssel', 'geheimschlüssel', 'code eingeben'],
    ...['clé secrète', 'clé de configuration', 'clé', 'saisissez cette clé', 'saisir la clé', 'saisissez ce code'],
    ...['clave secreta', 'clave de configuración', 'introduce esta clave', 'introduce este código', 'clave'],
    ...['chiave segreta', 'chiave di configurazione', 'inserisci questa chiave', 'inserisci questo codice', 'chiave'],
    ...['chave secreta', 'chave de configuração', 'insira esta chave', 'insira este código', 'chave'],
    ...[
      'geheime sleutel',
      'instelsleutel',
      'configuratiesleutel',
      'voer deze sleutel in',
      'voer deze code in',
      'sleutel',
    ],
  ],
  'recovery-key': [
    ...['recovery key', 'backup key', 'encryption key', 'rescue key', 'emergency kit', 'secret key', 'recovery code'],
    ...['backup code', 'backup passphrase', 'security key', 'vault key', 'reset code', 'new recovery code'],
    ...['Wiederherstellungsschlüssel', 'Wiederherstellungscode', 'Sicherungsschlüssel', 'Verschlüsselungsschlüssel'],
    ...['clé de récupération', 'clé de secours', 'clé de chiffrement', 'code de récupération', 'code de secours'],
    ...['clave de recuperación', 'clave de cifrado', 'código de recuperación', 'código de respaldo'],
    ...['chiave di recupero', 'chiave di ripristino', 'codice di recupero', 'codice di ripristino', 'codice di backup'],
    ...['chave de recuperação', 'chave de criptografia', 'código de recuperação', 'código de backup'],
    ...['herstelsleutel', 'herstelcode', 'back-upsleutel', 'back-upcode', 'reservecode'],
  ],
  'recovery-codes': [
    ...['recovery codes', 'backup codes', 'back-up codes', 'rescue codes', 'emergency codes', 'scratch codes'],
    ...['backup verification codes', 'single-use codes', 'one-time codes', 'one-time use codes', 'reserve codes'],
    ...[
      'two-factor codes',
      'backup login codes',
      'recovery-codes',
      'one-time recovery codes',
      'emergency scratch codes',
    ],
    ...[
      'save your codes',
      'keep these codes',
      'save these codes',
      'store these codes',
      '2fa codes',
      'backup passcodes',
    ],
    ...['Wiederherstellungscodes', 'Backup-Codes', 'Ersatzcodes', 'Notfallcodes', 'Sicherungscodes', 'Einmalcodes'],
    ...['Reservecodes', 'Backupcodes', 'Wiederherstellungs-Codes', 'TAN-Liste', 'Einmalkennwörter', 'Einmalpasswörter'],
    ...['codes de récupération', 'codes de secours', 'codes de sauvegarde', 'codes de secours à usage unique'],
    ...['codes de validation de secours', 'codes à usage unique', "codes d'urgence", 'codes de restauration'],
    ...['códigos de recuperación', 'códigos de respaldo', 'códigos de copia de seguridad', 'códigos de seguridad'],
    ...['códigos alternativos', 'códigos de emergencia', 'códigos de un solo uso', 'códigos de reserva'],
    ...['codici di recupero', 'codici di backup', 'codici di riserva', 'codici di emergenza', 'codici di ripristino'],
    ...['codici monouso', 'codici di sicurezza'],
    ...['códigos de recuperação', 'códigos de backup', 'códigos de segurança', 'códigos de cópia de segurança'],
    ...['códigos alternativos de acesso', 'códigos de emergência', 'códigos reserva', 'códigos de uso único'],
    ...['herstelcodes', 'back-upcodes', 'backupcodes', 'noodcodes', 'eenmalige codes', 'reservecodes'],
    ...['kody zapasowe', 'kody odzyskiwania', 'återställningskoder', 'reservkoder', 'sikkerhedskopikoder'],
    ...['záložní kódy', 'yedek kodlar', 'kurtarma kodları', '备用验证码', '恢复代码', '备用代码', '备用码', '备份代码'],
  ],
  'recovery-phrase': [
    ...['recovery phrase', 'seed phrase', 'secret phrase', 'secret recovery phrase', 'backup phrase', 'mnemonic'],
    ...[
      'mnemonic phrase',
      'mnemonic seed',
      'seed words',
      'recovery words',
      'recovery seed',
      'wallet seed',
      'wallet backup',
    ],
    ...[
      'backup words',
      'secret words',
      'paper wallet',
      'recovery sheet',
      '12 words',
      '24 words',
      '25 words',
      '20 words',
    ],
    ...['12-word', '24-word', '25-word', 'seed', 'wallet recovery', 'bip39', 'slip39', 'monero seed', 'electrum seed'],
    ...[
      'Wiederherstellungsphrase',
      'Wiederherstellungswörter',
      'Seed-Phrase',
      'Sicherungsphrase',
      '12 Wörter',
      '24 Wörter',
    ],
    ...['geheime Phrase', 'Merkphrase', 'Mnemonik'],
    ...['phrase de récupération', 'phrase secrète', 'phrase mnémonique', 'mots de récupération', '12 mots', '24 mots'],
    ...['phrase de sauvegarde', 'graine'],
    ...['frase de recuperación', 'frase semilla', 'frase secreta', 'frase mnemotécnica', 'palabras de recuperación'],
    ...['12 palabras', '24 palabras', 'palabras semilla', 'semilla'],
    ...[
      'frase di recupero',
      'frase segreta',
      'frase seed',
      'frase mnemonica',
      'parole di recupero',
      '12 parole',
      '24 parole',
    ],
    ...['frase de recuperação', 'frase semente', 'frase-semente', 'frase mnemônica', 'palavras de recuperação'],
    ...['12 palavras', '24 palavras', 'palavras-semente'],
    ...['herstelzin', 'herstelwoorden', 'geheime herstelzin', 'seedzin', 'zaadzin', '12 woorden', '24 woorden'],
    ...['助记词', '助記詞', '恢复短语', '种子短语', '私钥助记词'],
  ],
};

/**
 * Words before a label that make it one of something else: a product key proves a purchase, it
 * opens no account of a person.
 */
export const OTHER_OWNERS: readonly string[] = [
  ...[
    'product',
    'license',
    'licence',
    'serial',
    'model',
    'part',
    'order',
    'article',
    'activation',
    'public',
    'primary',
  ],
  ...['foreign', 'sort', 'answer', 'map', 'legend', 'arrow', 'function', 'hot', 'short', 'shift', 'enter', 'house'],
  ...[
    'Produkt',
    'Lizenz',
    'Serien',
    'Aktivierungs',
    'produit',
    'licence',
    'producto',
    'licencia',
    'prodotto',
    'licenza',
  ],
  ...['produto', 'licença', 'licentie', 'postal', 'area', 'zip', 'bar', 'qr', 'promo', 'coupon', 'gift', 'voucher'],
];

/** Names of wireless networks. */
export const NETWORK_WORDS: readonly string[] = [
  ...['ssid', 'wifi', 'wlan', 'wireless', 'hotspot', 'wifi name', 'network name', 'netzwerkname', 'nom du réseau'],
  ...['nombre de la red', 'nome della rete', 'nome da rede', 'netwerknaam', 'essid'],
];

/** Words beside a password that say that this is a way in, and not a form about passwords. */
export const ACCESS_WORDS: readonly string[] = [
  ...['ssid', 'wifi', 'wi-fi', 'wlan', 'network name', 'network', 'netzwerk', 'réseau', 'red wifi', 'rete', 'netwerk'],
  ...['username', 'user name', 'user', 'login', 'user id', 'account', 'benutzer', 'benutzername', 'benutzerkennung'],
  ...['anmeldename', 'identifiant', "nom d'utilisateur", 'utilisateur', 'usuario', 'nombre de usuario', 'utente'],
  ...['nome utente', 'utilizador', 'usuário', 'gebruikersnaam', 'gebruiker', 'inlognaam', 'konto', 'kunde', 'gast'],
  ...['guest', 'invité', 'invitado', 'ospite', 'convidado', 'router', 'hotspot', '用户名', '账号'],
];

/** Words that forms, menus and manuals print after a label. */
export const FORM_WORDS: readonly string[] = [
  ...['required', 'optional', 'forgot', 'forgotten', 'show', 'hide', 'hidden', 'change', 'reset', 'confirm', 'enter'],
  ...['invalid', 'incorrect', 'wrong', 'protected', 'manager', 'none', 'null', 'undefined', 'empty', 'missing', 'weak'],
  ...[
    'strong',
    'medium',
    'secure',
    'security',
    'password',
    'passwort',
    'kennwort',
    'contraseña',
    'senha',
    'wachtwoord',
  ],
  ...['username', 'settings', 'default', 'disabled', 'enabled', 'example', 'login', 'signin', 'register', 'account'],
  ...[
    'create',
    'update',
    'submit',
    'continue',
    'cancel',
    'repeat',
    'remember',
    'policy',
    'string',
    'number',
    'boolean',
  ],
  ...['erforderlich', 'vergessen', 'anzeigen', 'ändern', 'bestätigen', 'wiederholen', 'eingeben', 'ungültig', 'falsch'],
  ...['requis', 'obligatoire', 'facultatif', 'oublié', 'afficher', 'modifier', 'confirmer', 'incorrecte', 'invalide'],
  ...['obligatorio', 'requerido', 'opcional', 'olvidada', 'olvidado', 'mostrar', 'cambiar', 'confirmar', 'incorrecta'],
  ...['obbligatorio', 'richiesta', 'dimenticata', 'mostra', 'modifica', 'conferma', 'errata', 'obrigatório', 'alterar'],
  ...[
    'esqueceu',
    'verplicht',
    'vergeten',
    'tonen',
    'wijzigen',
    'bevestigen',
    'onjuist',
    'personal',
    'unknown',
    'changed',
  ],
  ...['private', 'public', 'always', 'please', 'contact', 'printed', 'sticker', 'bottom', 'below', 'above', 'unique'],
];
