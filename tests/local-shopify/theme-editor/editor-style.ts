// The theme editor's two panes, on top of what every page of the desk looks like.

export const EDITOR_STYLE = `
.editor { display: grid; grid-template-columns: minmax(20rem, 25rem) minmax(0, 1fr); block-size: calc(100vh - 56px); }
.panel { overflow: auto; padding: 1em; display: grid; gap: 0.9em; align-content: start; }
.panel form { display: grid; gap: 0.7em; margin: 0; }
.panel .actions { display: flex; gap: 0.4em; margin-block-start: 0.8em; }
.panel .actions button { padding-inline: 0.8em; }
.panel .actions select { flex: 1; min-inline-size: 0; }
.panel button:disabled { color: #59606a; border-style: dashed; cursor: default; }
.areas { display: grid; gap: 0.9em; }
.choices { display: flex; flex-wrap: wrap; gap: 0.4em; }
.choices a { padding: 0.45em 0.9em; min-block-size: 40px; border: 1px solid #8a8f96; border-radius: 8px; color: inherit; text-decoration: none; background: #fff; }
.choices a[aria-current] { color: #fff; background: #1a1a1a; border-color: #1a1a1a; }
.panel fieldset { display: flex; gap: 1.2em; margin: 0; padding: 0 1em; border: 1px solid var(--line); border-radius: 10px; background: #fff; }
.panel legend { padding-inline: 0.4em; }
.block { border-block-start: 1px solid var(--line); padding-block: 0.3em; }
.block summary { min-block-size: 40px; align-content: center; cursor: pointer; font-weight: 600; }
.field { display: grid; gap: 0.2em; }
.field h4 { margin: 0.6em 0 0; }
.field input:not([type='checkbox'], [type='color'], [type='radio']), .field select, .field textarea, .panel select { inline-size: 100%; font: inherit; min-block-size: 40px; padding: 0.3em 0.6em; border: 1px solid #8a8f96; border-radius: 8px; background: #fff; color: inherit; }
.field input[type='color'] { inline-size: 3.2em; padding: 2px; }
.panel input[type='radio'] { inline-size: auto; min-block-size: 0; }
.pair { display: flex; gap: 0.6em; align-items: center; }
.editor iframe { block-size: 100%; min-block-size: 0; inline-size: 100%; border-inline-start: 1px solid var(--line); }
.editor iframe.phone { inline-size: 360px; justify-self: center; border-inline-end: 1px solid var(--line); }
@media (max-width: 52rem) { .editor { grid-template-columns: minmax(0, 1fr); block-size: auto; } .editor iframe { block-size: 80vh; border: 0; border-block-start: 1px solid var(--line); } .editor iframe.phone { inline-size: min(360px, 100%); } }
`;
