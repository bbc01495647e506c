/** The page of a single notice as the guidelines lay it out (AVV 3.5, struttura della pagina): five parts in this order, 10 mm of margin. */
import type { AvvisoDaStampare } from "../../ports/stampa-avviso.ts";
import { ALTEZZA_BANDA, banda, type Colonna, codiceFiscaleInBanda, incolonna, pezzo, riquadro, STILI, voce } from "./blocchi.ts";
import { COLORI, type Foglio, mm, PAGINA } from "./foglio.ts";
import { codiceAvvisoAGruppi, dataItaliana, importoItaliano } from "./formati.ts";
import { iconaInformazione, iconaNegozio, iconaTelefono, lineaDiTaglio, marchioPagoPa } from "./icone.ts";
import type { Logo } from "./logo.ts";
import type { CodiceQr } from "./qr.ts";
import { TESTI } from "./testi-avviso.ts";

const FINE = PAGINA.larghezza - PAGINA.margine;
const SINISTRA: Colonna = { x: PAGINA.margine, larghezza: 253 };
const DESTRA: Colonna = { x: 312, larghezza: FINE - 312 };
const META = PAGINA.larghezza / 2;
const FESSURA = 2;
const ALTO = { intestazione: PAGINA.margine, parti: 131, importo: 262, taglio: 421, dati: 436 } as const;

const bandaSinistra = (y: number) => riquadro(0, y, META - FESSURA, ALTEZZA_BANDA);
const bandaDestra = (y: number) => riquadro(META + FESSURA, y, META - FESSURA, ALTEZZA_BANDA);

const intestazione = (foglio: Foglio, avviso: AvvisoDaStampare, logo: Logo | undefined): void => {
  const y = ALTO.intestazione;
  const lato = mm(30);
  const xTitolo = PAGINA.margine + 82;
  const larghezza = FINE - lato - 14 - xTitolo;
  const marchio = riquadro(PAGINA.margine, y, 66, 21);
  foglio.figura("pagoPA", marchio, (doc) => marchioPagoPa(doc, marchio.x, marchio.y));
  foglio.scrivi("H1", pezzo(TESTI.titolo, STILI.titolo, riquadro(xTitolo, y + 2.5, larghezza, 18)));
  foglio.scrivi("P", pezzo(avviso.oggetto, STILI.oggettoGrande, riquadro(xTitolo, y + 22, larghezza, lato - 22)));
  if (logo === undefined) return;
  const area = riquadro(FINE - lato, y, lato, lato);
  foglio.figura(`Logo di ${avviso.ente.ragioneSociale}`, area, (doc) =>
    doc.image(logo.byte, area.x, area.y, { fit: [lato, lato], align: "right" }),
  );
};

/** Contacts in one line, with the middle dot that the guidelines suggest between them. */
const contatti = ({ info, web }: AvvisoDaStampare["ente"]): string => {
  const sito = web !== undefined && info?.includes(web) === true ? undefined : web;
  return [info, sito].filter((parte) => parte !== undefined && parte.trim() !== "").join(" · ");
};

const ente = (foglio: Foglio, avviso: AvvisoDaStampare): void => {
  const y = ALTO.parti;
  const { idDominio, ragioneSociale, unita } = avviso.ente;
  banda(foglio, bandaSinistra(y), SINISTRA, TESTI.ente, codiceFiscaleInBanda(SINISTRA, y, idDominio));
  incolonna(foglio, SINISTRA, y + ALTEZZA_BANDA + 8, [
    { testo: ragioneSociale, stile: STILI.nome, altezza: 38 },
    { testo: unita, stile: STILI.corpo, altezza: 27 },
    { testo: contatti(avviso.ente), stile: STILI.nota, altezza: 27 },
  ]);
};

const destinatario = (foglio: Foglio, avviso: AvvisoDaStampare): void => {
  const y = ALTO.parti;
  const { identificativo, anagrafica, indirizzo } = avviso.debitore;
  const ignoto = identificativo.trim() === "" || identificativo.toUpperCase() === "ANONIMO";
  banda(foglio, bandaDestra(y), DESTRA, TESTI.destinatario, ignoto ? [] : codiceFiscaleInBanda(DESTRA, y, identificativo));
  incolonna(foglio, DESTRA, y + ALTEZZA_BANDA + 8, [
    { testo: anagrafica, stile: STILI.nome, altezza: 38 },
    { testo: indirizzo, stile: STILI.corpo, altezza: 54 },
  ]);
};

const quantoEQuando = (foglio: Foglio, avviso: AvvisoDaStampare): void => {
  const y = ALTO.importo;
  const { x, larghezza } = SINISTRA;
  const senzaScadenza = avviso.dataScadenza === undefined;
  banda(foglio, bandaSinistra(y), SINISTRA, senzaScadenza ? TESTI.quanto : TESTI.quantoEQuando);
  const alto = y + ALTEZZA_BANDA + 12;
  const xScadenza = x + 172;
  const larghezzaImporto = senzaScadenza ? larghezza : 162;
  foglio.scrivi("P", pezzo(`${importoItaliano(avviso.importo)} ${TESTI.euro}`, STILI.importo, riquadro(x, alto, larghezzaImporto, 26)));
  if (avviso.dataScadenza !== undefined) {
    foglio.scrivi(
      "P",
      pezzo(TESTI.entroIl, STILI.etichetta, riquadro(xScadenza, alto - 4, 81, 10)),
      pezzo(dataItaliana(avviso.dataScadenza), STILI.scadenza, riquadro(xScadenza, alto + 5.2, 81, 19)),
    );
  }
  const nota = avviso.informativaImporto ?? TESTI.informativa;
  if (nota.trim() === "") return;
  foglio.decora((doc) => iconaInformazione(doc, x, alto + 39));
  foglio.scrivi("P", pezzo(nota, STILI.nota, riquadro(x + 19, alto + 38, larghezza - 19, 68)));
};

const dove = (foglio: Foglio): void => {
  const y = ALTO.importo;
  const { x, larghezza } = DESTRA;
  const dovePiu = pezzo(TESTI.elencoCanali, STILI.bandaNota, riquadro(x + larghezza - 110, y + 5.8, 110, ALTEZZA_BANDA));
  banda(foglio, bandaDestra(y), DESTRA, TESTI.dove, [dovePiu]);
  const rientro = 26;
  const canale = (alto: number, titolo: string, testo: string, icona: typeof iconaTelefono): void => {
    foglio.decora((doc) => icona(doc, x, alto + 1));
    foglio.scrivi("H3", pezzo(titolo, STILI.notaForte, riquadro(x + rientro, alto, larghezza - rientro, 12)));
    foglio.scrivi("P", pezzo(testo, STILI.nota, riquadro(x + rientro, alto + 12.5, larghezza - rientro, 46)));
  };
  canale(y + ALTEZZA_BANDA + 9, TESTI.online, TESTI.onlineDove, iconaTelefono);
  canale(y + ALTEZZA_BANDA + 59, TESTI.territorio, TESTI.territorioDove, iconaNegozio);
};

const disegnaQr = (foglio: Foglio, avviso: AvvisoDaStampare, qr: CodiceQr, y: number): void => {
  const lato = mm(25);
  const modulo = lato / qr.lato;
  const area = riquadro(PAGINA.margine, y, lato, lato);
  foglio.figura(`Codice QR per pagare l’avviso ${codiceAvvisoAGruppi(avviso.numeroAvviso)}`, area, (doc) => {
    for (const t of qr.tratti) doc.rect(area.x + t.x * modulo, area.y + t.y * modulo, t.larghezza * modulo, modulo);
    doc.fill(COLORI.nero);
  });
};

const datiPagamento = (foglio: Foglio, avviso: AvvisoDaStampare, qr: CodiceQr): void => {
  foglio.decora((doc) => lineaDiTaglio(doc, ALTO.taglio));
  const y = ALTO.dati;
  const interna: Colonna = { x: PAGINA.margine, larghezza: FINE - PAGINA.margine };
  const aDestra = (
    testo: string,
    x: number,
    w: number,
    stile: typeof STILI.bandaNota | typeof STILI.bandaCifre | typeof STILI.banda,
    dy: number,
  ) => pezzo(testo, stile, riquadro(x, y + dy, w, ALTEZZA_BANDA));
  const scadenza =
    avviso.dataScadenza === undefined
      ? []
      : [
          aDestra(TESTI.entroIl, FINE - 120, 56, STILI.bandaNota, 5.8),
          aDestra(dataItaliana(avviso.dataScadenza), FINE - 62, 62, STILI.bandaCifre, 5.2),
        ];
  banda(foglio, riquadro(0, y, PAGINA.larghezza, ALTEZZA_BANDA), interna, TESTI.dati, [
    aDestra(TESTI.rataUnica, META + FESSURA + 14, 90, STILI.banda, 4.6),
    ...scadenza,
  ]);
  const alto = y + ALTEZZA_BANDA + 13;
  disegnaQr(foglio, avviso, qr, alto);
  foglio.scrivi("P", pezzo(TESTI.inquadra, STILI.nota, riquadro(PAGINA.margine, alto + mm(25) + 8, 96, 48)));
  vociPagamento(foglio, avviso, alto);
};

const vociPagamento = (foglio: Foglio, avviso: AvvisoDaStampare, alto: number): void => {
  const x = 147;
  const xImporto = 413;
  voce(foglio, riquadro(x, alto, xImporto - x - 14, 34), TESTI.destinatarioBreve, avviso.debitore.anagrafica);
  foglio.scrivi(
    "P",
    pezzo(TESTI.importo, STILI.etichetta, riquadro(xImporto, alto, 60, 10)),
    pezzo(TESTI.euro, STILI.euro, riquadro(xImporto, alto + 14.4, 26, 14)),
    pezzo(importoItaliano(avviso.importo), STILI.cifreImporto, riquadro(xImporto + 27, alto + 11, FINE - xImporto - 27, 19)),
  );
  voce(foglio, riquadro(x, alto + 36, FINE - x, 34), TESTI.enteBreve, avviso.ente.ragioneSociale);
  voce(foglio, riquadro(x, alto + 72, FINE - x, 36), TESTI.oggetto, avviso.oggetto);
  const codici = alto + 113;
  const cbill = avviso.ente.cbill?.trim() ?? "";
  const xCodice = cbill === "" ? x : x + 82;
  if (cbill !== "") voce(foglio, riquadro(x, codici, 74, 28), TESTI.cbill, cbill.toUpperCase(), STILI.cifre);
  voce(
    foglio,
    riquadro(xCodice, codici, xImporto - 8 - xCodice, 28),
    TESTI.codiceAvviso,
    codiceAvvisoAGruppi(avviso.numeroAvviso),
    STILI.cifre,
  );
  voce(foglio, riquadro(xImporto, codici, FINE - xImporto, 28), TESTI.codiceFiscaleEnte, avviso.ente.idDominio.toUpperCase(), STILI.cifre);
};

/** Draws the whole notice on an open sheet, in reading order. */
export const impaginaAvviso = (foglio: Foglio, avviso: AvvisoDaStampare, qr: CodiceQr, logo: Logo | undefined): void => {
  foglio.sezione(() => intestazione(foglio, avviso, logo));
  foglio.sezione(() => ente(foglio, avviso));
  foglio.sezione(() => destinatario(foglio, avviso));
  foglio.sezione(() => quantoEQuando(foglio, avviso));
  foglio.sezione(() => dove(foglio));
  foglio.sezione(() => datiPagamento(foglio, avviso, qr));
};
