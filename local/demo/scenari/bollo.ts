/** The digital stamp: asked with its document's digest, bought by the PSP for the citizen, delivered signed inside the receipt, never settled; and a forged one. */
import { attendi, campo, chiama, elencoDi, numeroDi, testoDi } from "../cliente.ts";
import { advanceGiorno, attendiFlusso, readMovimenti, reconcile, settle } from "../contabilita.ts";
import { attendiStato, type Macchina } from "../macchina.ts";
import { check, passo, stato, titolo } from "../narratore.ts";
import { breakParte, creditoreDi, loadPendenza, pay, readCodici, trustEmittenti, verify, voceBollo } from "../passi.ts";
import type { Racconto } from "../racconto.ts";

const readRiscossione = (macchina: Macchina, idDominio: string, iuv: string, iur: string, indice: number): Promise<unknown> =>
  attendi(`riscossione ${indice}`, async () => {
    const url = `${macchina.api.riconciliazione}/riscossioni/${idDominio}/${iuv}/${iur}/${indice}`;
    const { corpo } = await chiama(url, { chi: macchina.applicazione, atteso: 200 });
    return corpo;
  });

/** Money for a stamp that nobody should have sold: it is taken in, and the office is told. */
const tellContraffatta = async (macchina: Macchina, corsa: string, idDominio: string): Promise<void> => {
  passo("Un'altra marca è firmata con il certificato di un emittente che ha solo il nome di quello vero");
  const debito = await loadPendenza(macchina, `${corsa}-FALSA`, {
    idTipoPendenza: "LIBERO",
    idDominio,
    causale: "Seconda istanza",
    importo: 16,
    voci: [voceBollo(`Seconda istanza ${corsa}`)],
  });
  await breakParte(macchina, { parte: "psp", tipo: "contraffatto", operazione: "marca" });
  const pagamento = await pay(macchina, debito);
  await attendiStato(macchina, debito.idPendenza, "ESEGUITA");
  stato("il pagamento è registrato lo stesso: la ricevuta non si perde");
  check("che cosa dice la ricevuta", await readCodici(macchina, debito, testoDi(pagamento, "ricevuta", "receiptId")), [
    "BOLLO_EMITTENTE_SCONOSCIUTO",
  ]);
};

export const run: Racconto = async (macchina, corsa) => {
  const { idDominio, ragioneSociale } = creditoreDi(macchina);
  const bollo = voceBollo(`Istanza ${corsa}`);
  const impronta = testoDi(bollo, "hashDocumento");
  titolo("Bollo: un'istanza con i suoi diritti di segreteria e la marca da bollo");

  passo(`${ragioneSociale} chiede 12,50 euro di diritti e una marca da 16 euro per il documento del cittadino`);
  const debito = await loadPendenza(macchina, `${corsa}-BOLLO`, {
    idTipoPendenza: "LIBERO",
    idDominio,
    causale: "Istanza di accesso agli atti",
    importo: 28.5,
    voci: [{ idVocePendenza: "diritti", importo: 12.5, descrizione: "Diritti di segreteria", codEntrata: "LIBERO" }, bollo],
  });
  stato(`impronta SHA-256 del documento ${impronta}`);

  passo("L'installazione sa di quali emittenti di marche fidarsi");
  await trustEmittenti(macchina);

  passo("Un PSP che parla la prima versione non può vendere la marca: viene fermato con il motivo");
  check("importo verificato", numeroDi(await verify(macchina, debito), "importo"), 28.5);
  const vecchio = await pay(macchina, debito, { versione: 1, senzaVerifica: true });
  check("perché", campo(vecchio, "fault", "originalFaultCode"), "PAA_SEMANTICA");
  stato(testoDi(vecchio, "fault", "originalDescription"));

  passo("Con paGetPaymentV2 il PSP riceve la richiesta di marca, la compra e la mette nella ricevuta");
  const pagamento = await pay(macchina, debito);
  check("esito del pagamento", testoDi(pagamento, "esito"), "OK");
  const messaggi = elencoDi(pagamento, "scambi").map((scambio) => `${testoDi(scambio, "richiesta")}${testoDi(scambio, "risposta")}`);
  check(
    "chiesta per il documento giusto",
    messaggi.some((xml) => xml.includes(`<hashDocumento>${impronta}</hashDocumento><tipoBollo>01</tipoBollo>`)),
    true,
  );
  check(
    "acquistata",
    messaggi.some((xml) => xml.includes("<MBDAttachment>")),
    true,
  );
  await attendiStato(macchina, debito.idPendenza, "ESEGUITA");

  passo("La marca è conservata con la riscossione: il suo XML è quello firmato");
  const iur = testoDi(pagamento, "ricevuta", "receiptId");
  const marca = await readRiscossione(macchina, idDominio, debito.iuv, iur, 2);
  check("tipo della riscossione", testoDi(marca, "tipo"), "MBT");
  const xml = Buffer.from(testoDi(marca, "allegato", "testo"), "base64").toString("utf8");
  check("impronta dentro la marca", xml.includes(impronta), true);
  check("firma dentro la marca", /<(?:\w+:)?SignatureValue>/.test(xml), true);
  check("firma, emittente, documento, importo e unicità della marca: osservazioni", await readCodici(macchina, debito, iur), []);
  stato(`IUBD ${/<IUBD>([^<]*)/.exec(xml)?.[1] ?? "assente"}`);

  await tellContraffatta(macchina, corsa, idDominio);

  passo("Il riversamento porta solo i diritti: la marca non passa dalla tesoreria dell'ente");
  const flussi = elencoDi(await settle(macchina), "flussi").filter((flusso) => flusso["idDominio"] === idDominio);
  await advanceGiorno(macchina);
  const flusso = await attendi("flusso con il pagamento", async () => {
    const { corpo } = await chiama(`${macchina.api.riconciliazione}/flussiRendicontazione?idDominio=${idDominio}&iuv=${debito.iuv}`, {
      chi: macchina.applicazione,
      atteso: 200,
      muta: true,
    });
    return elencoDi(corpo, "risultati")[0];
  });
  const idFlusso = testoDi(flusso, "idFlusso");
  check(
    "il flusso è fra quelli emessi",
    flussi.some((emesso) => emesso["idFlusso"] === idFlusso),
    true,
  );
  await attendiFlusso(macchina, idDominio, idFlusso, numeroDi(flusso, "revisione"));
  const movimento = (await readMovimenti(macchina, idDominio)).find(({ causale }) => causale.includes(idFlusso));
  if (!movimento) throw new Error(`il giornale di cassa non ha il movimento del flusso ${idFlusso}`);
  check("riconciliazione", testoDi(await reconcile(macchina, idDominio, movimento), "stato"), "ACQUISITA");
  const incassata = await attendiStato(macchina, debito.idPendenza, "INCASSATA");
  check("stato della pendenza", testoDi(incassata, "stato"), "INCASSATA");
};
