/** The table of the magic values, and the page of a debt born from one of them. Plain forms: they work without scripts. */
import { type LinguaProva, TESTI_FAMIGLIA, TESTI_PROVA } from "../../../shared/domain/prova/testi.ts";
import { FAMIGLIE_PROVA } from "../../../shared/domain/prova/valori-magici.ts";
import { formatEuro } from "../comune/importi.ts";
import { escapeHtml, paginaHtml } from "../pagine/layout.ts";
import { PAROLE } from "./parole.ts";
import type { Prova, Valore } from "./prove.ts";

const altra = (lingua: LinguaProva): LinguaProva => (lingua === "it" ? "en" : "it");
const conLingua = (percorso: string, lingua: LinguaProva): string => (lingua === "it" ? percorso : `${percorso}?lingua=${lingua}`);
const collegamentoLingua = (percorso: string, lingua: LinguaProva): string =>
  `<p><a href="${conLingua(percorso, altra(lingua))}" lang="${altra(lingua)}" hreflang="${altra(lingua)}">${PAROLE[lingua].altraLingua}</a></p>`;

/** Amounts as they are read in both languages by who looks at an Italian notice. */
const valori = ({ importo, codiceFiscale, posta }: Valore, lingua: LinguaProva): string => {
  const parole = PAROLE[lingua];
  const righe = [
    importo === undefined
      ? ""
      : `<strong class="text-nowrap">${formatEuro(importo)}</strong> <span class="fio-minore">${parole.importo}</span>`,
    codiceFiscale === undefined ? "" : `<code>${codiceFiscale}</code> <span class="fio-minore">${parole.codiceFiscale}</span>`,
    posta === undefined ? "" : `<code>${escapeHtml(posta)}</code> <span class="fio-minore">${parole.posta}</span>`,
  ];
  return righe.filter((riga) => riga !== "").join("<br>");
};

const riga = (valore: Valore, lingua: LinguaProva): string => {
  const parole = PAROLE[lingua];
  return `<tr><th scope="row" data-label="${parole.valore}">${valori(valore, lingua)}</th>
<td data-label="${parole.accade}">${escapeHtml(TESTI_PROVA[valore.esito][lingua])}<br><span class="fio-codice fio-minore">${valore.esito}</span></td>
<td><form method="post" action="${conLingua(`/sandbox/valori/${valore.esito}/prova`, lingua)}"><button type="submit" class="btn btn-outline-primary btn-sm">${parole.prova}<span class="visually-hidden"> ${valore.esito}</span></button></form></td></tr>`;
};

export const paginaValori = (elenco: readonly Valore[], lingua: LinguaProva): string => {
  const parole = PAROLE[lingua];
  const tabelle = FAMIGLIE_PROVA.map((famiglia) => {
    const titolo = escapeHtml(TESTI_FAMIGLIA[famiglia][lingua]);
    return `<h2 class="h3 mt-5" id="${famiglia}">${titolo}</h2>
<table class="table fio-tabella fio-valori"><caption class="visually-hidden">${titolo}</caption>
<thead><tr><th scope="col">${parole.valore}</th><th scope="col">${parole.accade}</th><th scope="col"><span class="visually-hidden">${parole.prova}</span></th></tr></thead>
<tbody>${elenco
      .filter((valore) => valore.famiglia === famiglia)
      .map((valore) => riga(valore, lingua))
      .join("\n")}</tbody></table>`;
  });
  return paginaHtml({
    ...{ titolo: parole.titolo, sezione: "sandbox", lingua },
    contenuto: `<h1>${parole.titolo}</h1>
<p class="lead">${escapeHtml(parole.lead)}</p><p>${escapeHtml(parole.precedenza)}</p>
${collegamentoLingua("/sandbox/valori", lingua)}
<p>${parole.tabella} <a href="/sandbox/valori/elenco">/sandbox/valori/elenco</a>.</p>
${tabelle.join("\n")}`,
  });
};

const bottone = (idPendenza: string, azione: string, testo: string, lingua: LinguaProva): string =>
  `<form method="post" action="${conLingua(`/sandbox/valori/prove/${idPendenza}/${azione}`, lingua)}"><button type="submit" class="btn btn-primary">${testo}</button></form>`;

export const paginaProva = (prova: Prova, stato: string | undefined, lingua: LinguaProva): string => {
  const parole = PAROLE[lingua];
  const { idPendenza, esito, numeroAvviso, importo, codiceFiscale, posta, ultimo } = prova;
  const percorso = `/sandbox/valori/prove/${idPendenza}`;
  return paginaHtml({
    ...{ titolo: idPendenza, sezione: "sandbox", lingua },
    contenuto: `<p><a href="${conLingua("/sandbox/valori", lingua)}">${parole.tutti}</a></p>
<h1 class="fio-codice">${escapeHtml(idPendenza)}</h1>
<p class="lead">${escapeHtml(TESTI_PROVA[esito][lingua])}</p>
${collegamentoLingua(percorso, lingua)}
${ultimo === undefined ? "" : `<div class="alert alert-info" role="status"><strong>${parole.ultimo}</strong>: ${escapeHtml(ultimo)}</div>`}
<dl class="row"><dt class="col-sm-4">${parole.avviso}</dt><dd class="col-sm-8 fio-codice">${numeroAvviso}</dd>
<dt class="col-sm-4">${parole.importo}</dt><dd class="col-sm-8">${formatEuro(importo)}</dd>
<dt class="col-sm-4">${parole.debitore}</dt><dd class="col-sm-8"><code>${codiceFiscale}</code>, ${escapeHtml(posta)}</dd>
<dt class="col-sm-4">${parole.stato}</dt><dd class="col-sm-8">${escapeHtml(stato ?? parole.ignoto)}</dd></dl>
<div class="fio-fila">${bottone(idPendenza, "sportello", parole.sportello, lingua)}${bottone(idPendenza, "checkout", parole.checkout, lingua)}${bottone(idPendenza, "rendicontazione", parole.rendiconta, lingua)}</div>
<p class="mt-4">${parole.orologio}</p>
<ul><li><a href="/sandbox/callback?debito=${numeroAvviso}">${parole.chiamate}</a></li><li><a href="/sandbox/posta">${parole.lettera}</a></li><li><a href="/sandbox/appio">${parole.telefoni}</a></li></ul>`,
  });
};
