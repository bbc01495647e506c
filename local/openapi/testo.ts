/** Texts of a document as HTML: escaped, paragraphs apart, and what stands between backquotes as code. */
import { escapeXml } from "../sandbox/comune/xml.ts";

export { escapeXml as escapeHtml };

export const RADICE_PAGINE = "/openapi";
export const PROBLEMI_HTML = `${RADICE_PAGINE}/problemi.html`;

/** A piece of text, codes as code. */
export const renderRiga = (testo: string): string =>
  testo
    .split("`")
    .map((pezzo, i) => (i % 2 === 1 ? `<code>${escapeXml(pezzo)}</code>` : escapeXml(pezzo)))
    .join("");

/** Paragraphs of a description; nothing for none. */
export const renderParagrafi = (testo: string | undefined): string =>
  (testo ?? "")
    .split(/\n{2,}/)
    .filter((paragrafo) => paragrafo.trim() !== "")
    .map((paragrafo) => `<p>${renderRiga(paragrafo)}</p>`)
    .join("\n");

/** The codes of the problems lead to the catalogue. */
export const renderProblemi = (testo: string): string =>
  renderRiga(testo).replace(/<code>(\w+)<\/code>/g, `<a href="${PROBLEMI_HTML}#$1"><code>$1</code></a>`);

/** A table that becomes a list of cards on a small screen; the first cell of each row is its heading. */
export function renderTabella(didascalia: string, intestazioni: readonly string[], righe: readonly (readonly string[])[]): string {
  const testata = intestazioni.map((titolo) => `<th scope="col">${escapeXml(titolo)}</th>`).join("");
  const corpo = righe.map(([prima = "", ...altre]) => {
    const celle = altre.map((cella, i) => `<td data-label="${escapeXml(intestazioni[i + 1] ?? "")}">${cella}</td>`).join("");
    return `<tr><th scope="row" data-label="${escapeXml(intestazioni[0] ?? "")}">${prima}</th>${celle}</tr>`;
  });
  return `<table class="table fio-tabella fio-campi"><caption class="visually-hidden">${escapeXml(didascalia)}</caption>
<thead><tr>${testata}</tr></thead>
<tbody>${corpo.join("\n")}</tbody></table>`;
}

/** Text to copy: the script adds the button. */
export const renderCodice = (testo: string, nome: string): string =>
  `<pre class="fio-da-copiare" tabindex="0" role="group" aria-label="${escapeXml(nome)}"><code>${escapeXml(testo)}</code></pre>`;
