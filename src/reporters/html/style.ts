// The style of the page: light, dark and printed, from 320 pixels up. Its hash is in the page's
// policy, so no element has a style of its own.
export const STYLE = `
:root {
  color-scheme: light dark;
  --text: #1b1b1b; --faint: #555; --page: #fff; --box: #f5f5f3; --line: #8a8a86; --link: #0b57d0;
  --critical: #a50e0e; --high: #8a4b00; --medium: #1a5276; --low: #4a4a4a; --warning: #fff4d6;
}
@media (prefers-color-scheme: dark) {
  :root {
    --text: #ececea; --faint: #b4b4b0; --page: #161615; --box: #232321; --line: #7c7c78; --link: #9ec1ff;
    --critical: #ff9d94; --high: #ffc27a; --medium: #9ccbf0; --low: #c4c4c0; --warning: #3d3211;
  }
}
* { box-sizing: border-box; }
body {
  margin: 0 auto; padding: 1rem clamp(0.75rem, 3vw, 3rem) 7rem; max-width: 160rem;
  font: 1rem/1.45 system-ui, sans-serif; color: var(--text); background: var(--page);
}
h1 { font-size: 1.6rem; line-height: 1.2; }
h2 { font-size: 1.25rem; margin: 2.2rem 0 0.3rem; }
h3 { font-size: 0.95rem; margin: 0.4rem 0 0.2rem; overflow-wrap: anywhere; }
p { margin: 0.3rem 0; max-width: 75ch; }
small, .remarks { color: var(--faint); font-size: 0.85rem; font-weight: normal; }
ul { padding-left: 1.1rem; margin: 0.3rem 0; }
.warning { background: var(--warning); border: 2px solid var(--high); padding: 0.6rem 0.8rem; font-weight: 600; }
.counts, .findings, .months { list-style: none; padding: 0; }
.counts { display: flex; flex-wrap: wrap; gap: 0.4rem 1.6rem; }
.counts strong { font-size: 1.3rem; }
.severity { font-size: 0.75rem; font-weight: 700; text-transform: uppercase; letter-spacing: 0.03em; }
.critical { color: var(--critical); } .high { color: var(--high); }
.medium { color: var(--medium); } .low { color: var(--low); }
.certainty { border: 1px solid var(--line); border-radius: 0.6rem; padding: 0 0.4rem; font-size: 0.8rem; white-space: nowrap; }
.likely { border-style: dashed; }
.proved { font-weight: 700; }
.cards { display: grid; grid-template-columns: repeat(auto-fill, minmax(min(100%, 17rem), 1fr)); gap: 0.8rem; align-items: start; }
.card {
  background: var(--box); border: 1px solid var(--line); border-radius: 0.5rem; padding: 0.7rem;
  content-visibility: auto; contain-intrinsic-size: auto 20rem; min-width: 0; overflow-wrap: anywhere;
}
.card:has(> h3 .tick:checked) { outline: 3px solid var(--link); }
.findings li { margin: 0.35rem 0; }
.other { border-top: 1px solid var(--line); margin-top: 0.5rem; }
.no-picture { color: var(--faint); font-style: italic; }
figure { position: relative; margin: 0; width: fit-content; line-height: 0; }
figure img { max-width: 100%; height: auto; border-radius: 0.25rem; }
figure svg { position: absolute; inset: 0; width: 100%; height: 100%; opacity: 0; }
.card:hover figure svg, .card:focus-within figure svg { opacity: 1; }
figure rect { fill: none; stroke: #ffd400; stroke-width: 2px; vector-effect: non-scaling-stroke; paint-order: stroke; }
label { cursor: pointer; }
.tick { width: 1.15rem; height: 1.15rem; vertical-align: -0.2rem; }
select, button, textarea { font: inherit; color: inherit; background: var(--page); border: 1px solid var(--line); border-radius: 0.3rem; padding: 0.25rem 0.5rem; max-width: 100%; }
button { cursor: pointer; }
:focus-visible { outline: 3px solid var(--link); outline-offset: 2px; }
summary { cursor: pointer; padding: 0.2rem 0; }
summary h2 { display: inline; font-size: 1.1rem; }
.filters { display: flex; flex-wrap: wrap; gap: 0.5rem 1rem; align-items: center; margin: 1rem 0; }
.filters label { display: flex; gap: 0.4rem; align-items: center; min-width: 0; }
.filters select { min-width: 0; max-width: 16rem; }
.needs-script { display: none; }
.scripted .needs-script { display: block; }
.scripted .filters { display: flex; }
.tick { display: none; }
.scripted .tick { display: inline-block; }
.ticked {
  position: fixed; inset: auto 0 0 0; background: var(--box); border-top: 2px solid var(--line);
  padding: 0.4rem clamp(0.75rem, 3vw, 3rem); max-height: 70vh; overflow: auto;
}
.ticked.empty details, .ticked.empty p { display: none; }
.ticked h2 { font-size: 1rem; margin: 0; display: inline-block; }
.ticked textarea { width: 100%; font-family: monospace; }
.months { columns: 22rem; }
.months button { display: flex; gap: 0.6rem; width: 100%; align-items: center; border: 0; text-align: left; }
.months span { flex: 0 0 14rem; }
.months svg { flex: 1 1 3rem; min-width: 2rem; height: 0.8rem; }
.months rect { fill: var(--link); }
.map { width: 100%; max-width: 70rem; height: auto; border: 1px solid var(--line); background: var(--page); }
.map path { fill: var(--box); stroke: var(--line); vector-effect: non-scaling-stroke; }
.map circle { fill: var(--critical); fill-opacity: 0.55; stroke: var(--critical); vector-effect: non-scaling-stroke; }
[hidden] { display: none !important; }
@media (prefers-reduced-motion: no-preference) { figure svg { transition: opacity 0.15s; } }
@media print {
  .needs-script, .scripted .needs-script, .scripted .filters, .ticked { display: none; }
  .card { content-visibility: visible; break-inside: avoid; }
  body { padding: 0; }
}
`;
