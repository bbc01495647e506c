/** The last week: money that comes before its flow, told by an old statement; then the orders of the first week, executed by the treasurer, and one that is annulled. */
import { elencoDi, numeroDi, testoDi } from "../../cliente.ts";
import { check, passo, stato } from "../../narratore.ts";
import { askSospeso, attendiCopertura, get, loadFile, movimentiDi, oggiDi, post, spoil, takeGiornale } from "../../tesoreria.ts";
import type { ReversaleProposta } from "./conti.ts";
import type { PrimaSettimana } from "./settimane.ts";
import { acquire, BORGO, cash, checkPendenze, FIORE, flussoDi, inEuro, type Mese, settleMese, sommaDi } from "./ufficio.ts";

/** The statement of the day comes in the morning, the flows in the evening: nobody has to remember anything. */
export const tellQuartaSettimana = async (mese: Mese): Promise<Pick<PrimaSettimana, "pagati" | "flussi">> => {
  const { macchina, idDominio, conti } = mese;
  passo("Quarta settimana: il denaro arriva prima del suo flusso, e la banca lo racconta con un vecchio estratto CBI (RH)");
  const pagati = await cash(mese, "F", "TARI", [
    [BORGO, 77.7],
    [FIORE, 41.2],
  ]);
  const flussi = await settleMese(mese);
  const { data } = flussoDi(flussi, BORGO);
  const estratto = await takeGiornale(macchina, idDominio, { formato: "rh", data, conto: conti.tesoreria });
  const caricamento = await loadFile(macchina, idDominio, estratto);
  check("formato riconosciuto", caricamento["formato"], "CBI_RH");
  check("entrate", numeroDi(caricamento, "importoEntrate"), inEuro(sommaDi(pagati)));
  const movimenti = await movimentiDi(macchina, idDominio, testoDi(caricamento, "id"));
  const { idFlusso, importo } = flussoDi(flussi, BORGO);
  const accredito = movimenti.find((movimento) => movimento["importo"] === importo);
  const analisi = await askSospeso(macchina, idDominio, { idMovimento: testoDi(accredito, "id") });
  check("che cosa se ne sa finché il flusso non c'è", analisi["esito"], "NON_TROVATO");
  await checkPendenze(mese, pagati, "ESEGUITA");

  passo("Il giorno dopo pagoPA pubblica i flussi: tutto si spiega da sé");
  await acquire(mese, flussi);
  for (const flusso of flussi) await attendiCopertura(macchina, idDominio, flusso.idFlusso, "COPERTO");
  await checkPendenze(mese, pagati, "INCASSATA");
  stato(`il flusso ${idFlusso} ha trovato il suo denaro, arrivato un giorno prima`);
  return { pagati, flussi };
};

/** Orders do not make money: they say what it was for, and take it back when they are annulled. */
export const executeReversali = async (mese: Mese, reversali: readonly ReversaleProposta[]): Promise<void> => {
  const { macchina, idDominio, conti } = mese;
  passo("Il tesoriere esegue le reversali: nel giornale di cassa i sospesi sono regolarizzati, e non è denaro nuovo");
  const data = await oggiDi(macchina);
  for (const { numero, sospeso } of reversali)
    await spoil(macchina, { tipo: "regolarizza", numeri: [sospeso], reversale: numero, giorno: data });
  const chiesto = { formato: "opi", data, conto: conti.tesoreria };
  const eseguite = await loadFile(macchina, idDominio, await takeGiornale(macchina, idDominio, chiesto));
  // Of the same day there may be the credits that the old statement told: they are recognised, and get their number.
  check("movimenti nuovi", eseguite["movimentiNuovi"], 0);
  check("movimenti aggiornati, almeno", numeroDi(eseguite, "movimentiAggiornati") >= reversali.length, true);
  const statoDi = async (id: string) => (await get(macchina, `/movimenti/${idDominio}/${id}`))["stato"];
  for (const { idMovimento } of reversali) check("sospeso", await statoDi(idMovimento), "REGOLARIZZATO");

  const [annullata] = reversali;
  if (!annullata) throw new Error("nessuna reversale");
  passo(`La reversale ${annullata.numero} è sbagliata e il tesoriere la annulla: il suo sospeso torna da regolarizzare, solo quello`);
  await spoil(macchina, { tipo: "ripristina", idDominio, reversale: annullata.numero, giorno: data });
  const annullamento = await loadFile(macchina, idDominio, await takeGiornale(macchina, idDominio, chiesto));
  check("movimenti nuovi e aggiornati", [annullamento["movimentiNuovi"], annullamento["movimentiAggiornati"]], [0, 1]);
  check("sospeso", await statoDi(annullata.idMovimento), "ESEGUITO");
  const oggi = { esercizio: Number(data.slice(0, 4)), dataReversale: data, primoNumero: 201 };
  const proposta = await post(macchina, "/reversali/proposta", {
    ...{ idDominio, movimenti: reversali.map(({ idMovimento }) => idMovimento), ...oggi },
  });
  check(
    "si propone di nuovo",
    elencoDi(proposta, "reversali").map((reversale) => testoDi(reversale, "numeroSospeso")),
    [String(annullata.sospeso)],
  );
  for (const esclusa of elencoDi(proposta, "escluse")) stato(`e non le altre: ${testoDi(esclusa, "motivo")}`);
};
