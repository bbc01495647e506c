/**
 * The page of a payment in prova: one accessible document without scripts (EN 301 549), on which nobody may take for real what is not. Texts of the office are
 * escaped; the style is ours, always the same, so that the policy of the document can name its digest.
 */
import type * as z from "zod";
import type { PagamentoProva } from "../../contracts/cittadino/prove.ts";
import type { EsitoPagina } from "../../domain/prova/svolgimento.ts";
import { TESTI_PROVA } from "../../domain/prova/testi.ts";
import { formatImportoPagina } from "./importo-pagina.ts";

type Vista = z.input<typeof PagamentoProva>;
type Lingua = "it" | "en";

const TESTI = {
  it: {
    ...{ prova: "PROVA", titolo: "Pagamento di prova", altra: "English", totale: "Totale", concluso: "Questo pagamento è già concluso" },
    avvertenza: "Nessun denaro si muove: l'ente non è ancora attivo su pagoPA e questa pagina sta al posto di Checkout.",
    ...{ scelta: "Come va il pagamento", previsto: "Lo chiedono i dati della pendenza", continua: "Continua" },
    ...{ fine: "Il pagamento di prova è andato così", chiudi: "Il browser non torna al portale: si può chiudere la pagina." },
    ...{ avviso: "Avviso", euro: "euro" },
  },
  en: {
    ...{ prova: "TEST", titolo: "Test payment", altra: "Italiano", totale: "Total", concluso: "This payment has already been concluded" },
    avvertenza: "No money moves: the creditor is not active on pagoPA yet, and this page stands where Checkout would.",
    ...{ scelta: "How the payment goes", previsto: "Asked by the data of the debt", continua: "Continue" },
    ...{ fine: "This is how the test payment went", chiudi: "The browser does not go back to the portal: you can close the page." },
    ...{ avviso: "Notice", euro: "euro" },
  },
} as const satisfies Record<Lingua, Record<string, string>>;

export const STILE_PROVA = `:root{color-scheme:light}body{margin:0;background:#fff;color:#17324d;font:1.0625rem/1.5 "Titillium Web",Arial,sans-serif}
header{background:#06c;color:#fff;padding:1rem 1.25rem}header p{margin:0;font-weight:700}main{max-width:42rem;margin:0 auto;padding:1.5rem 1.25rem 4rem}
h1{font-size:1.9rem;line-height:1.2;margin:.5rem 0 1rem}strong.prova{display:inline-block;background:#a66300;color:#fff;border-radius:4px;padding:.1rem .6rem;letter-spacing:.08em}
.avvertenza{border-left:5px solid #a66300;background:#fff7eb;padding:.8rem 1rem}dl{display:grid;grid-template-columns:1fr auto;gap:.3rem 1rem}dd{margin:0;font-weight:700}
fieldset{border:1px solid #5d7083;border-radius:4px;margin:1.5rem 0;padding:.5rem 1rem 1rem}legend{font-weight:700;padding:0 .4rem}
label{display:flex;align-items:flex-start;gap:.6rem;margin-top:.7rem}input{width:1.3rem;height:1.3rem;flex:none}small{color:#455a70}
button{font:inherit;font-weight:700;color:#fff;background:#06c;border:0;border-radius:4px;padding:.8rem 1.6rem;cursor:pointer}:focus-visible{outline:3px solid #f90;outline-offset:2px}nav a{color:#06c}`;

const SEGNI: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;" };
const html = (testo: string): string => testo.replace(/[&<>"']/g, (c) => SEGNI[c] ?? "");

const avvisi = ({ avvisi: tutti, importo: totale }: Vista, lingua: Lingua): string => {
  const testi = TESTI[lingua];
  const righe = tutti.map(
    (uno) =>
      `<dt>${html(uno.causale)}<br><small>${html(uno.ragioneSociale)} · ${testi.avviso} ${html(uno.numeroAvviso)}</small></dt><dd>${formatImportoPagina(uno.importo, lingua)} ${testi.euro}</dd>`,
  );
  const somma = tutti.length > 1 ? `<dt>${testi.totale}</dt><dd>${formatImportoPagina(totale, lingua)} ${testi.euro}</dd>` : "";
  return `<dl>${righe.join("")}${somma}</dl>`;
};

const documento = (vista: Vista, lingua: Lingua, titolo: string, corpo: string, altrove: string): string => {
  const testi = TESTI[lingua];
  const enti = [...new Set(vista.avvisi.map(({ ragioneSociale }) => ragioneSociale))].join(", ");
  return `<!doctype html>
<html lang="${lingua}">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><meta name="robots" content="noindex"><title>${testi.prova} · ${html(titolo)} · ${html(enti)}</title><style>${STILE_PROVA}</style></head>
<body>
<header><p>${html(enti)}</p></header>
<main>
${altrove}<h1>${html(titolo)} <strong class="prova">${testi.prova}</strong></h1>
<p class="avvertenza">${html(testi.avvertenza)}</p>
${avvisi(vista, lingua)}
${corpo}
</main>
</body>
</html>
`;
};

const scelta = ({ esiti, previsto }: Vista, lingua: Lingua): string =>
  esiti
    .map((esito) => {
      const nota = esito === previsto ? ` <small>(${TESTI[lingua].previsto})</small>` : "";
      const scelto = esito === (previsto ?? "PAGATO") ? " checked" : "";
      return `<label><input type="radio" name="esito" value="${esito}"${scelto}><span>${html(TESTI_PROVA[esito][lingua])}${nota}</span></label>`;
    })
    .join("\n");

/** @param azione where the form goes. */
export const presentProvaHtml = (vista: Vista, lingua: Lingua, azione: string): string => {
  const testi = TESTI[lingua];
  const altra = lingua === "it" ? "en" : "it";
  const lingue = `<nav aria-label="${lingua === "it" ? "Lingua" : "Language"}"><a href="?lingua=${altra}" hreflang="${altra}" lang="${altra}">${testi.altra}</a></nav>\n`;
  const modulo =
    vista.stato === "IN_CORSO"
      ? `<form method="post" action="${html(azione)}">\n<fieldset><legend>${html(testi.scelta)}</legend>\n${scelta(vista, lingua)}\n</fieldset>\n<button type="submit">${html(testi.continua)}</button>\n</form>`
      : `<p role="status">${html(testi.concluso)}: ${vista.stato}</p>`;
  return documento(vista, lingua, testi.titolo, modulo, lingue);
};

/** Where the browser does not go back to the portal. */
export const presentProvaConclusa = (vista: Vista, lingua: Lingua, esito: EsitoPagina): string => {
  const testi = TESTI[lingua];
  const corpo = `<p role="status"><strong>${html(testi.fine)}:</strong> ${html(TESTI_PROVA[esito][lingua])}</p>\n<p>${html(testi.chiudi)}</p>`;
  return documento(vista, lingua, testi.titolo, corpo, "");
};
