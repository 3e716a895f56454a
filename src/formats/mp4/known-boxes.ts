// Boxes of videos that hold no text, place or id: what the standards name, and what encoders,
// phones and cameras write besides. A box that is neither here nor read makes the examination
// partial.

function types(list: string): readonly string[] {
  return list
    .split(/\s+/)
    .filter((type) => type !== '')
    .map((type) => type.padEnd(4));
}

const HARMLESS: ReadonlySet<string> = new Set([
  // ISO/IEC 14496-12, -14, -15, -30, 23001-7, and the QuickTime File Format.
  ...types(`
    free skip wide junk pnot PICT ftyp styp mdat imda moof mfra sidx ssix prft pdin emsg
    mvhd iods mvex trex mehd leva ctab clip crgn prfl rmra pssh
    tkhd tapt clef prof enof edts elst tref txas load imap matt kmat trgr trep sgpd sbgp csgp ssrc msrc cstg alte
    mdhd hdlr elng minf vmhd smhd hmhd nmhd sthd gmhd gmin dinf dref stbl gpmh
    stsd stts ctts cslg stss stsh stdp stsc stsz stz2 stco co64 padb sdtp subs saiz saio stps stsl
    iloc iinf infe pitm ipro iprp iref idat grpl keys ilst ctry lang mhdr mere meco strk stri strd
    hinf hnti hinv rtng clsf crsr yrrc tsel kind ludt tlou alou srpp schi sinf frma schm
    trpy nump tpyl totl npck tpay maxr dmed dimm drep tmin tmax pmax dmax payt`),
  // Players and editors: windows, loops, poster frames, lists of chapters, ratings.
  ...types('LOOP SelO AllF WLOC ptv  tagc chpl Xtra SDLN SNal vidl colr pasp btrt fiel gama clli mdcv dvcC dvvC hvcE'),
  // Spherical and stereoscopic video.
  ...types('st3d sv3d svhd proj prhd equi cbmp mshp vexu hfov SA3D ytmp'),
  // Samsung, Huawei, Xiaomi: modes, sound, settings.
  ...types('smrd saut svss vrdt mvpl swtr samm INFO hmtp vndr sefd mpvd'),
  // Canon, Sony, Nikon, Panasonic: compressor, firmware, options, thumbnails without metadata.
  ...types('CNCV CNFV CNOP CNDB CCTP CTBO THMB CRAW CMP1 IAD1 JPEG scrn reel'),
  // GoPro: settings, firmware, highlights. Dash cams: acceleration.
  ...types('SETT AMBA HMMT gsen 3gf'),
]);

/** Whether a box of this type holds nothing to report, whatever its content. */
export function isHarmlessBox(type: string): boolean {
  return HARMLESS.has(type);
}
