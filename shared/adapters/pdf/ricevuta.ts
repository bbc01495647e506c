/** The sheets of a receipt: who was paid and by whom, when, through which PSP, how much and for what; the same marks and types as the notice. */

import { giornoDi, giornoItaliano, toIsoRoma } from "../../domain/valori/date.ts";
import { formatImportoItaliano } from "../../domain/valori/importo.ts";
import type { RicevutaDaStampare } from "../../ports/stampa-ricevuta.ts";
import { type Colonna, FINE, FONDO, INTERA, incolonna, pezzo, riquadro, STILI, sfondo } from "./blocchi.ts";
import { COLORI, type Foglio, mm, PAGINA, type Pezzo } from "./foglio.ts";
import { codiceAvvisoAGruppi } from "./formati.ts";
import { marchioPagoPa } from "./icone.ts";
import type { Logo } from "./logo.ts";
import { QUIETANZA_ITALIANA as IT, type TestiQuietanza } from "./testi/quietanza.ts";

const LATO_LOGO = mm(30);
const STACCO = 12;
const META = { x: 312, larghezza: FINE - 312 };
const SINISTRA = { x: INTERA.x, larghezza: META.x - INTERA.x - 16 };

type Nome = Exclude<keyof TestiQuietanza, "lingua">;

/** What is needed to draw a receipt; `y` is where the next part starts. */
interface Impaginata {
  readonly foglio: Foglio;
  readonly ricevuta: RicevutaDaStampare;
  readonly seconda: TestiQuietanza | undefined;
  y: number;
}

/** "26/11/2026, 10:15" in Rome. */
const dataOraItaliana = (istante: string): string => {
  const [giorno = "", ora = ""] = toIsoRoma(istante).split("T");
  return `${giornoItaliano(giorno)}, ${ora.slice(0, 5)}`;
};
const euro = (centesimi: bigint): string => `${formatImportoItaliano(centesimi)} Euro`;
const ignoto = (identificativo: string): boolean => identificativo.trim() === "" || identificativo.toUpperCase() === "ANONIMO";

const altezzaBanda = ({ seconda }: Impaginata): number => (seconda === undefined ? 20 : 29);

const banda = (m: Impaginata, nome: Nome): void => {
  const { foglio, seconda, y } = m;
  sfondo(foglio, riquadro(0, y, PAGINA.larghezza, altezzaBanda(m)));
  const pezzi = [pezzo(IT[nome].toUpperCase(), STILI.banda, riquadro(INTERA.x, y + (seconda ? 3.4 : 4.6), INTERA.larghezza, 13))];
  if (seconda) pezzi.push(pezzo(seconda[nome], STILI.bandaSecondaria, riquadro(INTERA.x, y + 15.2, INTERA.larghezza, 11), seconda.lingua));
  foglio.scrivi("H2", ...pezzi);
  m.y = y + altezzaBanda(m) + 8;
};

/** Starts a new sheet when what comes next does not fit on this one. */
const faiPosto = (m: Impaginata, altezza: number): void => {
  if (m.y + altezza <= FONDO) return;
  m.foglio.nuovaPagina();
  m.foglio.contorna(
    pezzo(`${IT.titolo} - ${IT.iuv} ${m.ricevuta.iuv}`, STILI.notaPiccola, riquadro(INTERA.x, PAGINA.margine, INTERA.larghezza, 12)),
  );
  m.y = PAGINA.margine + 22;
};

/** A label, its translation and the value under them; answers where the next may start. */
const voce = ({ foglio, seconda }: Impaginata, { x, larghezza }: Colonna, y: number, nome: Nome, valore: string): number => {
  const pezzi: Pezzo[] = [pezzo(IT[nome], STILI.etichetta, riquadro(x, y, larghezza, 10))];
  const tradotta = seconda && seconda[nome] !== IT[nome];
  if (tradotta) pezzi.push(pezzo(seconda[nome], STILI.etichettaSotto, riquadro(x, y + 9, larghezza, 8), seconda.lingua));
  const alto = y + (tradotta ? 18.6 : 11);
  const sotto = pezzo(valore, STILI.valore, riquadro(x, alto, larghezza, 40));
  foglio.scrivi("P", ...pezzi, sotto);
  return alto + foglio.altezza(sotto) + (seconda ? 6 : 8);
};

const titoloDi = ({ eseguito, parziale, attestazione }: RicevutaDaStampare): Nome => {
  if (attestazione) return "titoloAttestazione";
  return eseguito ? (parziale === true ? "titoloParziale" : "titolo") : "titoloNonEseguito";
};

const intestazione = (m: Impaginata, logo: Logo | undefined): void => {
  const { foglio, ricevuta, seconda } = m;
  const y = PAGINA.margine;
  const marchio = riquadro(INTERA.x, y, 66, 21);
  foglio.figura("pagoPA", marchio, (doc) => marchioPagoPa(doc, marchio.x, marchio.y));
  const x = INTERA.x + 82;
  const larghezza = FINE - LATO_LOGO - 14 - x;
  const titolo = titoloDi(ricevuta);
  const titoli = [pezzo(IT[titolo].toUpperCase(), STILI.titolo, riquadro(x, y + 2.5, larghezza, 18))];
  if (seconda) titoli.push(pezzo(seconda[titolo], STILI.bandaSecondaria, riquadro(x, y + 18, larghezza, 11), seconda.lingua));
  foglio.scrivi("H1", ...titoli);
  const alto = y + (seconda ? 31 : 22);
  const altra = seconda && ricevuta.causaleSecondaria ? 22 : 0;
  const causale = pezzo(ricevuta.causale, STILI.oggettoGrande, riquadro(x, alto, larghezza, y + LATO_LOGO - alto - altra));
  foglio.scrivi("P", causale);
  if (seconda && ricevuta.causaleSecondaria) {
    const sotto = riquadro(x, alto + foglio.altezza(causale) + 2, larghezza, 20);
    foglio.scrivi("P", pezzo(ricevuta.causaleSecondaria, STILI.oggettoSecondario, sotto, seconda.lingua));
  }
  if (logo !== undefined) {
    const area = riquadro(FINE - LATO_LOGO, y, LATO_LOGO, LATO_LOGO);
    // As a text the library knows it again: a hundred receipts of a creditor carry its logo once. The bytes decide what kind of image it is.
    const immagine = `data:image/png;base64,${logo.byte.toString("base64")}`;
    foglio.figura(`Logo di ${ricevuta.ente.ragioneSociale}`, area, (doc) =>
      doc.image(immagine, area.x, area.y, { fit: [LATO_LOGO, LATO_LOGO], align: "right" }),
    );
  }
  m.y = y + LATO_LOGO + STACCO;
};

/** "Codice fiscale / Tax code 0123…", nothing for who has none. */
const codiceFiscale = ({ seconda }: Impaginata, identificativo: string): string | undefined =>
  ignoto(identificativo) ? undefined : `${IT.codiceFiscale}${seconda ? ` / ${seconda.codiceFiscale}` : ""} ${identificativo}`;

const parti = (m: Impaginata): void => {
  const { foglio, seconda } = m;
  const { ente, debitore, versante } = m.ricevuta;
  banda(m, "parti");
  const pagatoDa = versante && `${IT.pagatoDa}${seconda ? ` / ${seconda.pagatoDa}` : ""} ${versante.anagrafica}`;
  const sotto = [
    incolonna(foglio, SINISTRA, m.y, [
      { testo: ente.ragioneSociale, stile: STILI.nome, altezza: 38 },
      { testo: ente.unita, stile: STILI.corpo, altezza: 27 },
      { testo: codiceFiscale(m, ente.idDominio), stile: STILI.nota, altezza: 14 },
      { testo: [ente.info, ente.web].filter((testo) => testo).join(" - "), stile: STILI.nota, altezza: 27 },
    ]),
    incolonna(foglio, META, m.y, [
      { testo: debitore.anagrafica, stile: STILI.nome, altezza: 38 },
      { testo: codiceFiscale(m, debitore.identificativo), stile: STILI.nota, altezza: 14 },
      { testo: debitore.indirizzo, stile: STILI.nota, altezza: 27 },
      { testo: pagatoDa, stile: STILI.nota, altezza: 27 },
      { testo: versante && codiceFiscale(m, versante.identificativo), stile: STILI.nota, altezza: 14, stacco: 0 },
    ]),
  ];
  m.y = Math.max(...sotto) + STACCO;
};

const pagamento = (m: Impaginata): void => {
  const { ricevuta } = m;
  banda(m, "pagamento");
  const sinistra: readonly (readonly [Nome, string | undefined])[] = [
    ["importo", euro(ricevuta.importo)],
    ricevuta.attestazione
      ? ["data", giornoItaliano(giornoDi(ricevuta.dataPagamento))]
      : ["dataOra", dataOraItaliana(ricevuta.dataPagamento)],
    ["psp", ricevuta.psp],
    ["canale", ricevuta.canale],
  ];
  const destra: readonly (readonly [Nome, string | undefined])[] = [
    ["commissioni", ricevuta.commissioni === undefined ? undefined : euro(ricevuta.commissioni)],
    ["codiceAvviso", codiceAvvisoAGruppi(ricevuta.numeroAvviso)],
    ["iuv", ricevuta.iuv],
    ["iur", ricevuta.idRicevuta],
    ["strumento", ricevuta.metodo],
  ];
  const sotto = [SINISTRA, META].map((colonna, n) => {
    let fine = m.y;
    for (const [nome, valore] of n === 0 ? sinistra : destra)
      if (valore !== undefined && valore.trim() !== "") fine = voce(m, colonna, fine, nome, valore);
    return fine;
  });
  m.y = Math.max(...sotto) + STACCO - 8;
};

/** One line of a list: its text, and the amount at its right. */
interface Riga {
  readonly testo: string;
  readonly cifra?: string;
}

/** A heading and its lines; those that do not fit go on on another sheet. */
const elenco = (m: Impaginata, nome: Nome, righe: readonly Riga[]): void => {
  if (righe.length > 0) m.foglio.sezione(() => scriviElenco(m, nome, righe));
};

const scriviElenco = (m: Impaginata, nome: Nome, righe: readonly Riga[]): void => {
  const { foglio } = m;
  faiPosto(m, altezzaBanda(m) + 60);
  banda(m, nome);
  for (const { testo, cifra } of righe) {
    const larghezza = INTERA.larghezza - (cifra === undefined ? 0 : 120);
    const misurato = pezzo(testo, STILI.nota, riquadro(INTERA.x, m.y, larghezza, 58));
    const altezza = Math.max(foglio.altezza(misurato), 12) + 6;
    faiPosto(m, altezza);
    const pezzi = [{ ...misurato, riquadro: { ...misurato.riquadro, y: m.y } }];
    if (cifra !== undefined) pezzi.push(pezzo(cifra, { ...STILI.notaForte, destra: true }, riquadro(FINE - 110, m.y, 110, 14)));
    foglio.scrivi("P", ...pezzi);
    m.y += altezza;
    const linea = m.y - 3;
    foglio.decora((doc) => doc.rect(INTERA.x, linea, INTERA.larghezza, 0.5).fill(COLORI.fondo));
  }
  m.y += STACCO;
};

const righeDi = ({ ricevuta: { righe, ente }, seconda }: Impaginata): readonly Riga[] =>
  righe.map(({ descrizione, importo, beneficiario, denominazione }) => {
    const chi = `${IT.beneficiario}${seconda ? ` / ${seconda.beneficiario}` : ""} ${denominazione ? `${denominazione}, ` : ""}${beneficiario}`;
    return { testo: beneficiario === ente.idDominio ? descrizione : `${descrizione} (${chi})`, cifra: euro(importo) };
  });

const nota = (m: Impaginata): void => {
  const { attestazione, dataRicezione, prova } = m.ricevuta;
  const quando = dataOraItaliana(dataRicezione);
  const fill = (testi: TestiQuietanza): string => {
    if (prova) return testi.notaProva;
    // The name of a flow is of who wrote it: a function, or its `$` would be read.
    const testo = attestazione ? testi.notaAttestazione.replace("{flusso}", () => attestazione.idFlusso) : testi.nota;
    return testo.replace("{quando}", quando);
  };
  const testi = [
    { testo: fill(IT), stile: STILI.notaPiccola, altezza: 30 },
    { testo: m.seconda && fill(m.seconda), stile: STILI.notaPiccola, altezza: 30, lingua: m.seconda?.lingua },
  ];
  faiPosto(m, m.seconda ? 66 : 33);
  m.y = incolonna(m.foglio, INTERA, m.y, testi) + STACCO;
};

/** What did not fit in its box even at the smallest size is said whole below: nothing is lost, and the layout holds. */
const perEsteso = (m: Impaginata): void => {
  const { foglio } = m;
  const abbreviati = foglio.ritiraAbbreviati();
  if (abbreviati.length === 0) return;
  foglio.sezione(() => {
    faiPosto(m, altezzaBanda(m) + 60);
    banda(m, "estesi");
    for (const { testo, lingua } of abbreviati) {
      const parte = pezzo(testo, STILI.nota, riquadro(INTERA.x, m.y, INTERA.larghezza, FONDO - PAGINA.margine - 30), lingua);
      faiPosto(m, foglio.altezza(parte));
      m.y = incolonna(foglio, INTERA, m.y, [{ testo, lingua, stile: STILI.nota, altezza: parte.riquadro.altezza, stacco: 10 }]);
    }
  });
};

/** Draws the whole receipt from the open page on, in reading order. */
export const impaginaRicevuta = (
  foglio: Foglio,
  ricevuta: RicevutaDaStampare,
  logo: Logo | undefined,
  seconda: TestiQuietanza | undefined,
): void => {
  const m: Impaginata = { foglio, ricevuta, seconda, y: PAGINA.margine };
  foglio.timbra(ricevuta.prova && "PROVA - SENZA VALORE");
  foglio.sezione(() => intestazione(m, logo));
  foglio.sezione(() => parti(m));
  foglio.sezione(() => pagamento(m));
  elenco(m, "dettaglio", righeDi(m));
  const { metadati = [], allegati = [] } = ricevuta;
  elenco(
    m,
    "informazioni",
    metadati.map(({ nome, valore }) => ({ testo: `${nome}: ${valore}` })),
  );
  elenco(
    m,
    "allegati",
    allegati.map(({ nome }) => ({ testo: nome })),
  );
  foglio.sezione(() => nota(m));
  perEsteso(m);
  // Its own short lines are said already: the next receipt starts with none.
  foglio.ritiraAbbreviati();
  for (const { nome, contenuto } of allegati)
    foglio.allega(nome, contenuto, `Marca da bollo digitale della ricevuta ${ricevuta.idRicevuta}`);
};
