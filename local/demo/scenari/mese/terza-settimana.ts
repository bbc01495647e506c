/** The hard week: Poste, a bank that nobody has met before, a text that says nothing, five cents missing, money that is not of pagoPA, a notice paid twice. */
import { attendi, chiama, elencoDi, numeroDi, testoDi } from "../../cliente.ts";
import { centesimiDi, check, euro, passo, stato } from "../../narratore.ts";
import { comanda } from "../../passi.ts";
import { attendiCopertura, get, loadFile, movimentiDi, post, spoil, takeGiornale } from "../../tesoreria.ts";
import {
  acquire,
  BORGO,
  cash,
  checkPendenze,
  FIORE,
  type FlussoEmesso,
  flussoDi,
  inEuro,
  loadDebito,
  type Mese,
  type Pagato,
  RURALE,
  settleMese,
  sommaDi,
} from "./ufficio.ts";

export interface TerzaSettimana {
  readonly mensa: readonly Pagato[];
  readonly tari: readonly Pagato[];
  /** The notice paid twice: the same debt, two receipts. */
  readonly doppi: readonly Pagato[];
  readonly mensili: readonly FlussoEmesso[];
  readonly tributi: readonly FlussoEmesso[];
  readonly estraneo: { readonly importo: number; readonly causale: string };
}

/** Two PSPs have the same notice on two screens, and both cash it. */
const payTwice = async (mese: Mese): Promise<readonly Pagato[]> => {
  const { macchina, idDominio } = mese;
  const debito = await loadDebito(mese, "DOPPIO", "TARI", 88);
  const { numeroAvviso } = debito;
  const attiva = async (psp: string) =>
    testoDi(await comanda(macchina, "psp/pagamenti", { idDominio, numeroAvviso, psp, soloAttivazione: true, forza: true }), "token");
  const token = [await attiva(FIORE), await attiva(RURALE)];
  for (const uno of token) await comanda(macchina, `psp/pagamenti/${uno}/esito`);
  stato(`l'avviso ${numeroAvviso} è stato pagato due volte: ${token.join(" e ")}`);
  return [FIORE, RURALE].map((psp, i) => ({ ...debito, psp, iur: token[i] ?? "" }));
};

/** Everything is paid in one day, and the bank does its worst. */
export const payTerzaSettimana = async (mese: Mese): Promise<TerzaSettimana> => {
  const { macchina, idDominio, conti } = mese;
  passo("Terza settimana: TARI sul conto di tesoreria, mensa su quello postale, e un avviso pagato due volte nello stesso minuto");
  const mensa = await cash(mese, "D", "MENSA", [
    [BORGO, 32.4],
    [FIORE, 27.6],
  ]);
  const tari = await cash(mese, "E", "TARI", [
    [BORGO, 150.25],
    [FIORE, 90],
    [RURALE, 42.42],
  ]);
  const doppi = await payTwice(mese);
  const flussi = await settleMese(mese);
  const postali = new Set(mensa.map(({ importo }) => importo));
  const mensili = flussi.filter(({ importo }) => postali.has(importo));
  const tributi = flussi.filter((flusso) => !mensili.includes(flusso));
  check("flussi sul conto postale e su quello di tesoreria", [mensili.length, tributi.length], [2, 3]);
  check("totale dei flussi", euro(sommaDi(flussi)), euro(sommaDi([...mensa, ...tari, ...doppi])));

  passo("Poste racconta un accredito con la sola ricevuta; la banca perde una causale, trattiene cinque centesimi, e c'è un affitto");
  const iur = mensa.find(({ psp }) => psp === FIORE)?.iur ?? "";
  await spoil(macchina, { tipo: "causale", numero: flussoDi(mensili, FIORE).numero, causale: `ACCREDITO BOLLETTINO P.A. ${iur}` });
  await spoil(macchina, { tipo: "causale", numero: flussoDi(tributi, BORGO).numero, causale: "BONIFICO A VOSTRO FAVORE DEL GIORNO" });
  await spoil(macchina, { tipo: "meno", numero: flussoDi(tributi, FIORE).numero, centesimi: 5 });
  const estraneo = { importo: 350, causale: "AFFITTO SALA CONSILIARE POLISPORTIVA" };
  const { data } = flussoDi(tributi, BORGO);
  await spoil(macchina, {
    ...{ tipo: "estraneo", idDominio, iban: conti.tesoreria, giorno: data },
    ...{ centesimi: 35_000, causale: estraneo.causale },
  });
  await acquire(mese, flussi);

  passo("Il CSV di Poste si riconosce da sé");
  const foglio = await takeGiornale(macchina, idDominio, { formato: "poste", data, conto: conti.poste });
  const caricamento = await loadFile(macchina, idDominio, foglio);
  check("formato riconosciuto", caricamento["formato"], "POSTE");
  check("movimenti nuovi", numeroDi(caricamento, "movimentiNuovi"), 2);
  for (const { idFlusso } of mensili) await attendiCopertura(macchina, idDominio, idFlusso, "COPERTO");
  await checkPendenze(mese, mensa, "INCASSATA");
  return { mensa, tari, doppi, mensili, tributi, estraneo };
};

/** Rules of the bank's table, as the office writes them after the preview. */
const REGOLE = {
  colonne: { data: "Op. del", dataValuta: "Val. del", testo: ["Note operazione"], ordinante: "Eseguito da" },
  importo: { tipo: "SEGNO_A_PARTE", colonna: "Euro", segno: "D/A", entrata: ["A"], uscita: ["D"] },
};

/** The name is of this telling: another one saves its own. */
export const profiloDi = ({ corsa }: Mese): string => `banca-${corsa}`.slice(0, 35);

/** @returns movements of the sheet, by remittance text. */
export const loadFoglioBanca = async (mese: Mese, { tributi, estraneo }: TerzaSettimana): Promise<ReadonlyMap<string, string>> => {
  const { macchina, idDominio, conti } = mese;
  passo("La banca manda un foglio con colonne tutte sue: si prova, si salva un profilo di lettura, si carica");
  const { data } = flussoDi(tributi, BORGO);
  const foglio = await takeGiornale(macchina, idDominio, { formato: "banca", data, conto: conti.tesoreria });
  const regole = { ...REGOLE, conto: conti.tesoreria };
  const anteprima = await post(macchina, "/profiliLettura/anteprima", {
    idDominio,
    contenuto: Buffer.from(foglio.testo).toString("base64"),
    regole,
  });
  check("righe lette e scartate", [numeroDi(anteprima, "righeLette"), numeroDi(anteprima, "righeScartate")], [4, 0]);
  for (const riga of elencoDi(anteprima, "righe")) stato(`${String(riga["importo"])} euro: ${testoDi(riga, "corrispondenza", "motivo")}`);
  await chiama(`${macchina.api.riconciliazione}/profiliLettura/${idDominio}/${profiloDi(mese)}`, {
    ...{ metodo: "PUT", chi: macchina.applicazione, atteso: 201 },
    corpo: { descrizione: "Foglio dei movimenti della banca", regole },
  });
  const caricamento = await loadFile(macchina, idDominio, foglio, profiloDi(mese));
  check("movimenti nuovi", numeroDi(caricamento, "movimentiNuovi"), 4);
  const accreditati = sommaDi(tributi) - 5n + centesimiDi(estraneo.importo);
  check("entrate", numeroDi(caricamento, "importoEntrate"), inEuro(accreditati));
  await attendiCopertura(macchina, idDominio, flussoDi(tributi, RURALE).idFlusso, "COPERTO");
  await attendiCopertura(macchina, idDominio, flussoDi(tributi, FIORE).idFlusso, "PARZIALE");
  const movimenti = await movimentiDi(macchina, idDominio, testoDi(caricamento, "id"));
  return new Map(movimenti.map((movimento) => [testoDi(movimento, "causale"), testoDi(movimento, "id")]));
};

/** A text that says nothing: the amount, the day and the payer make a proposal, and a person decides. */
export const confirmMuto = async (mese: Mese, { tributi, tari }: TerzaSettimana, movimenti: ReadonlyMap<string, string>): Promise<void> => {
  const { macchina, idDominio } = mese;
  passo("L'accredito senza causale: una proposta con la sua ragione, che una persona conferma");
  const idMovimento = movimenti.get("BONIFICO A VOSTRO FAVORE DEL GIORNO") ?? "";
  const muto = flussoDi(tributi, BORGO);
  const proposta = await attendi("proposta di abbinamento", async () => {
    const { risultati } = await get(macchina, `/proposte?idDominio=${idDominio}&idMovimento=${idMovimento}`);
    return Array.isArray(risultati) && risultati.length > 0 ? risultati[0] : undefined;
  });
  stato(`fiducia ${numeroDi(proposta, "fiducia")} su 100: ${testoDi(proposta, "frase")}`);
  check(
    "che cosa pagherebbe",
    elencoDi(proposta, "oggetti").map(({ oggetto, importo }) => [testoDi(oggetto, "idFlusso"), importo]),
    [[muto.idFlusso, muto.importo]],
  );
  const regola = await post(macchina, `/proposte/${idDominio}/${testoDi(proposta, "id")}/conferma`, { nota: "Sentita la banca" });
  check("decisione", regola["decisione"], "CONFERMA");
  await attendiCopertura(macchina, idDominio, muto.idFlusso, "COPERTO");
  await checkPendenze(
    mese,
    tari.filter(({ psp }) => psp === BORGO),
    "INCASSATA",
  );
};
