/** The first weeks: credits that explain themselves, whatever the bank does to them and in whatever format it tells them. */
import { campo, elencoDi, numeroDi, testoDi } from "../../cliente.ts";
import type { Macchina } from "../../macchina.ts";
import { centesimiDi, check, filo, passo, stato } from "../../narratore.ts";
import { creditoreDi, osserva } from "../../passi.ts";
import {
  askSospeso,
  attendiAnomalia,
  attendiCopertura,
  loadFile,
  movimentiDi,
  post,
  sendFile,
  spoil,
  takeGiornale,
} from "../../tesoreria.ts";
import {
  acquire,
  BORGO,
  cash,
  checkPendenze,
  FIORE,
  type FlussoEmesso,
  flussoDi,
  inEuro,
  type Mese,
  type Pagato,
  RURALE,
  settleMese,
  sommaDi,
} from "./ufficio.ts";

const ibanDi = async (macchina: Macchina, idDominio: string): Promise<string> => {
  const creditori = elencoDi(await osserva(macchina, "ambiente"), "creditori");
  return testoDi(
    creditori.find((creditore) => creditore["idDominio"] === idDominio),
    "iban",
    0,
  );
};

export interface PrimaSettimana {
  readonly pagati: readonly Pagato[];
  readonly flussi: readonly FlussoEmesso[];
  /** Credits that stay. */
  readonly movimenti: readonly string[];
}

/** One flow, one credit, the OPI journal: nobody has to do anything. */
export const tellPrimaSettimana = async (mese: Mese): Promise<PrimaSettimana> => {
  const { macchina, idDominio, conti } = mese;
  passo("Prima settimana: sei avvisi TARI pagati presso tre PSP, e il giornale di cassa OPI");
  const pagati = await cash(mese, "A", "TARI", [
    [BORGO, 120.5],
    [BORGO, 80.01],
    [FIORE, 64.2],
    [FIORE, 99.99],
    [RURALE, 45],
    [RURALE, 310.75],
  ]);
  const flussi = await settleMese(mese);
  check("flussi dell'ente", flussi.length, 3);
  const [, copia] = await spoil(macchina, { tipo: "raddoppia", numero: flussoDi(flussi, FIORE).numero });
  await spoil(macchina, { tipo: "storna", numero: numeroDi(copia, "numero") });
  stato("la banca accredita due volte Fiore Pagamenti, se ne accorge e storna");
  await acquire(mese, flussi);
  const { numero, data, importo } = flussoDi(flussi, BORGO);
  const giornale = await takeGiornale(macchina, idDominio, { formato: "opi", data, conto: conti.tesoreria });
  const caricamento = await loadFile(macchina, idDominio, giornale);
  const movimenti = await movimentiDi(macchina, idDominio, testoDi(caricamento, "id"));
  const stati = (quale: string): number => movimenti.filter((movimento) => movimento["stato"] === quale).length;
  const doppio = flussoDi(flussi, FIORE).importo;
  check("entrate raccontate", numeroDi(caricamento, "importoEntrate"), inEuro(sommaDi(pagati) + centesimiDi(doppio)));
  check("movimenti eseguiti e stornati", [stati("ESEGUITO"), stati("STORNATO")], [3, 1]);
  for (const { idFlusso } of flussi) await attendiCopertura(macchina, idDominio, idFlusso, "COPERTO");
  await checkPendenze(mese, pagati, "INCASSATA");

  passo("Il file caricato un'altra volta non aggiunge nulla");
  const ancora = await sendFile(macchina, idDominio, giornale);
  check("risposta e caricamento", [ancora.status, ancora.corpo["id"]], [200, caricamento["id"]]);

  passo("Lo stesso giornale, tagliato a metà dal canale: si legge fin dove si può, si dice perché no il resto, e niente si ripete");
  const meta = Math.floor(giornale.testo.length * 0.6);
  const tagliato = await loadFile(macchina, idDominio, { ...giornale, nomeFile: "tagliato.xml", testo: giornale.testo.slice(0, meta) });
  check("movimenti nuovi", numeroDi(tagliato, "movimentiNuovi"), 0);
  check("letto come se fosse intero", tagliato["stato"] === "ESEGUITO", false);
  filo(`«${testoDi(tagliato, "descrizioneStato")}»`);

  passo("Il giornale di un altro ente è rifiutato intero, e niente cambia");
  const altro = creditoreDi(macchina, 1);
  const altrui = await takeGiornale(macchina, altro.idDominio, { formato: "opi", data, conto: await ibanDi(macchina, altro.idDominio) });
  const rifiutato = await loadFile(macchina, idDominio, altrui);
  check("stato e movimenti nuovi", [rifiutato["stato"], rifiutato["movimentiNuovi"]], ["SCARTATO", 0]);
  filo(`«${testoDi(rifiutato, "descrizioneStato")}»`);

  passo(`"Che cosa c'è nel sospeso ${numero}?"`);
  const analisi = await askSospeso(macchina, idDominio, { numeroSospeso: String(numero), esercizio: Number(data.slice(0, 4)) });
  check("esito", analisi["esito"], "TROVATO");
  check("importo trovato", numeroDi(analisi, "importoTrovato"), importo);
  check("pagamenti", elencoDi(analisi, "pagamenti").length, 2);
  check("chi ha pagato", campo(analisi, "pagamenti", 0, "debitore", "anagrafica"), "Mario Rossi");
  check("quote contabili del primo", elencoDi(analisi, "pagamenti", 0, "quote").length, 2);
  return { pagati, flussi, movimenti: movimenti.filter((m) => m["stato"] === "ESEGUITO").map((m) => testoDi(m, "id")) };
};

/** Credits split, merged and cut, told in camt.053. */
export const tellSecondaSettimana = async (mese: Mese): Promise<Pick<PrimaSettimana, "pagati" | "flussi">> => {
  const { macchina, idDominio, conti } = mese;
  passo("Seconda settimana: la banca divide un accredito, ne unisce due, tronca una causale; il file è un camt.053");
  const primi = await cash(mese, "B", "COSAP", [
    [BORGO, 200],
    [FIORE, 71.3],
    [RURALE, 55.55],
  ]);
  const mattina = await settleMese(mese);
  const secondi = await cash(mese, "C", "COSAP", [[FIORE, 18.4]]);
  const sera = await settleMese(mese);
  const flussi = [...mattina, ...sera];
  const [diviso, troncato] = [flussoDi(flussi, BORGO), flussoDi(flussi, RURALE)];
  const uniti = [flussoDi(flussi, FIORE), flussoDi(flussi, FIORE, 1)];
  const parti = await spoil(macchina, { tipo: "spezza", numero: diviso.numero, centesimi: 7_500 });
  check(
    "il flusso di 200 euro in due bonifici",
    parti.map((parte) => parte["importo"]),
    [125, 75],
  );
  const [unico] = await spoil(macchina, { tipo: "unisci", numeri: uniti.map(({ numero }) => numero) });
  check("i due flussi in un bonifico", numeroDi(unico, "importo"), 89.7);
  const [tagliato] = await spoil(macchina, { tipo: "tronca", numero: troncato.numero, caratteri: 3 });
  stato(`la causale troncata: ${testoDi(tagliato, "causale")}`);
  for (const [ordine, centesimi] of [4_100, 6_100].entries()) {
    const causale = `/PUR/LGPE-RIVERSAMENTO/URI/${diviso.data}${BORGO}-99000000${ordine}`;
    await spoil(macchina, {
      tipo: "estraneo",
      idDominio,
      iban: conti.tesoreria,
      giorno: diviso.data,
      centesimi,
      causale,
      ordinante: "Banca del Borgo",
    });
  }
  stato("e due accrediti di flussi che Banca del Borgo non ha mai pubblicato");
  await acquire(mese, flussi);
  const estratto = await takeGiornale(macchina, idDominio, { formato: "camt053", data: diviso.data, conto: conti.tesoreria });
  const caricamento = await loadFile(macchina, idDominio, estratto);
  check("formato riconosciuto", caricamento["formato"], "CAMT053");
  check("movimenti nuovi", numeroDi(caricamento, "movimentiNuovi"), 6);
  for (const { idFlusso } of flussi) await attendiCopertura(macchina, idDominio, idFlusso, "COPERTO");
  await checkPendenze(mese, [...primi, ...secondi], "INCASSATA");
  await assignMancanti(mese, testoDi(caricamento, "id"));
  return { pagati: [...primi, ...secondi], flussi };
};

/** Credits of unknown flows: the same work for both, given at once to whoever will ask the PSP. */
const assignMancanti = async ({ macchina, idDominio }: Mese, idCaricamento: string): Promise<void> => {
  passo("I due accrediti senza flusso sono anomalie: si assegnano insieme a chi scriverà alla banca");
  const ignoti = (await movimentiDi(macchina, idDominio, idCaricamento)).filter(({ causale }) => String(causale).includes("-99000000"));
  const anomalie = await Promise.all(
    ignoti.map(({ id }) =>
      attendiAnomalia(macchina, idDominio, { codice: "FLUSSO_MANCANTE", soggetto: { idMovimento: id }, in: "APERTA" }),
    ),
  );
  const esito = await post(macchina, "/anomalie/azioni", {
    anomalie: anomalie.map(({ id }) => ({ idDominio, id })),
    variazioni: [
      { op: "REPLACE", path: "/assegnatario", value: "piero.sala" },
      { op: "ADD", path: "/nota", value: "Chiesto il flusso a Banca del Borgo" },
    ],
  });
  check(
    "esiti",
    elencoDi(esito, "esiti").map((uno) => uno["esito"]),
    ["FATTA", "FATTA"],
  );
};
