/** Receipts that the Node never delivers: the flow tells that they exist, pagoPA gives them back within its limit, a person uploads what is in a drawer. */
import { attendi, campo, chiama, elencoDi, numeroDi, type Oggetto, testoDi } from "../cliente.ts";
import { advanceGiorno, attendiFlusso, readMovimenti, readRighe, reconcile, settle } from "../contabilita.ts";
import { attendiStato, type Macchina } from "../macchina.ts";
import { check, filo, passo, stato, titolo } from "../narratore.ts";
import {
  backoffice,
  breakParte,
  comanda,
  creditoreDi,
  type DebitoDemo,
  loadPendenza,
  pay,
  pendenzaSemplice,
  pushOrologio,
  readPendenza,
} from "../passi.ts";
import type { Racconto } from "../racconto.ts";

/** Pays, and answers the receiptId. */
const payPerdendo = async (macchina: Macchina, debito: DebitoDemo, come: Oggetto): Promise<string> => {
  const pagamento = await pay(macchina, debito, come);
  check(`pagamento di ${debito.idPendenza}`, testoDi(pagamento, "esito"), "OK");
  return testoDi(pagamento, "token");
};

const recuperoDi = async (macchina: Macchina, { idDominio, iuv }: DebitoDemo, iur: string): Promise<Oggetto> =>
  (await backoffice(macchina, "GET", `/recuperi/${idDominio}/${iuv}/${iur}`, 200)).corpo;

const attendiRecupero = (macchina: Macchina, debito: DebitoDemo, iur: string, atteso: string): Promise<Oggetto> =>
  attendi(`recupero di ${debito.idPendenza} ${atteso}`, async () => {
    const recupero = await recuperoDi(macchina, debito, iur);
    return recupero["stato"] === atteso ? recupero : undefined;
  });

/** The file of a receipt, uploaded by the administrator as a browser would. */
const upload = async (macchina: Macchina, xml: string): Promise<{ readonly status: number; readonly corpo: Oggetto }> => {
  const { username, password } = macchina.amministratore;
  const risposta = await fetch(`${macchina.api.backoffice}/ricevute`, {
    method: "POST",
    headers: { "content-type": "text/xml", authorization: `Basic ${Buffer.from(`${username}:${password}`).toString("base64")}` },
    body: xml,
  });
  filo(`POST /backoffice/v1/ricevute → ${risposta.status}`);
  return { status: risposta.status, corpo: JSON.parse(await risposta.text()) };
};

const recupera = async (macchina: Macchina): Promise<void> => {
  await comanda(macchina, "schedulazioni/recuperaRicevute");
};

/** The flows that settle at least one of these debts. */
const keepCon = async (macchina: Macchina, idDominio: string, flussi: readonly Oggetto[], debiti: readonly DebitoDemo[]) => {
  const iuv = new Set<unknown>(debiti.map((debito) => debito.iuv));
  const loro: Oggetto[] = [];
  for (const flusso of flussi) {
    const righe = await readRighe(macchina, idDominio, testoDi(flusso, "idFlusso"));
    if (righe.some((riga) => iuv.has(riga["iuv"]))) loro.push(flusso);
  }
  return loro;
};

export const run: Racconto = async (macchina, corsa) => {
  const { idDominio, ragioneSociale } = creditoreDi(macchina);
  titolo("Ricevute smarrite: i cittadini hanno pagato, il gestionale non lo sa");

  passo(`${ragioneSociale} ha quattro avvisi; pagano tutti, e nessuna ricevuta arriva`);
  const [persa, senza, cassetto, sospesa] = [
    await loadPendenza(macchina, `${corsa}-SM-1`, pendenzaSemplice(idDominio, 30.01)),
    await loadPendenza(macchina, `${corsa}-SM-2`, pendenzaSemplice(idDominio, 45)),
    await loadPendenza(macchina, `${corsa}-SM-3`, pendenzaSemplice(idDominio, 70.5)),
    await loadPendenza(macchina, `${corsa}-SM-4`, pendenzaSemplice(idDominio, 15)),
  ];
  const iurPersa = await payPerdendo(macchina, persa, { ricevutaSmarrita: true });
  const iurSenza = await payPerdendo(macchina, senza, { senzaRicevuta: true });
  const iurCassetto = await payPerdendo(macchina, cassetto, { ricevutaSmarrita: true });
  await payPerdendo(macchina, sospesa, { soloAttivazione: true });
  for (const debito of [persa, senza, cassetto])
    check(`${debito.idPendenza} per l'ente`, testoDi(await readPendenza(macchina, debito.idPendenza), "stato"), "NON_ESEGUITA");

  passo("Un cittadino mostra la quietanza: l'assistenza di pagoPA manda il file, e l'operatore lo carica");
  const { testo: xml } = await chiama(`${macchina.base}/sandbox/nodo/ricevute/${iurCassetto}`, { accept: "text/xml", atteso: 200 });
  const alterato = await upload(macchina, xml.replaceAll("70.50", "7.50").replace("<transferAmount>7.50", "<transferAmount>7.40"));
  check("un file che si contraddice", [alterato.status, alterato.corpo["codice"]], [422, "PAA_SEMANTICA"]);
  const caricata = await upload(macchina, xml);
  check("il file giusto", [caricata.status, campo(caricata.corpo, "pendenza", "stato")], [201, "ESEGUITA"]);
  check("caricato di nuovo", (await upload(macchina, xml)).status, 200);
  const diversa = await upload(macchina, xml.replaceAll("70.50", "7.50"));
  check("lo stesso identificativo con un altro importo", [diversa.status, diversa.corpo["codice"]], [422, "PAA_RECEIPT_DUPLICATA"]);

  passo("La sera i PSP rendicontano, e il giorno dopo i flussi dicono che cosa manca; pagoPA, chiamata, è troppo occupata (429)");
  await breakParte(macchina, { parte: "bizevents", tipo: "http", stato: 429 });
  const flussi = elencoDi(await settle(macchina), "flussi").filter((flusso) => flusso["idDominio"] === idDominio);
  await advanceGiorno(macchina);
  for (const flusso of flussi) await attendiFlusso(macchina, idDominio, testoDi(flusso, "idFlusso"), 1);
  // What somebody paid before on this machine is settled in the same evening, in flows of other days.
  const loro = await keepCon(macchina, idDominio, flussi, [persa, senza, cassetto]);
  await recupera(macchina);
  const mancante = await attendiRecupero(macchina, persa, iurPersa, "DA_RECUPERARE");
  check("la ricevuta che il flusso rendiconta", [mancante["origine"], numeroDi(mancante, "importo")], ["FLUSSO", 30.01]);
  stato(testoDi(mancante, "descrizioneStato"));

  passo("Del pagamento con esito 9 non ci sarà ricevuta: lo prova la riga, e l'avviso non è più pagabile");
  check("recupero", testoDi(await attendiRecupero(macchina, senza, iurSenza, "SENZA_RPT"), "origine"), "FLUSSO");
  const pagataSenza = await attendiStato(macchina, senza.idPendenza, "ESEGUITA");
  check("come è stata pagata", testoDi(pagataSenza, "descrizioneStato"), "Eseguito senza RPT");
  check("la voce lo dice", campo(pagataSenza, "voci", 0, "senzaRpt"), true);

  passo("L'attivazione rimasta a metà è in elenco: se qualcuno ha pagato, lo diranno la ricevuta o un flusso");
  await comanda(macchina, "schedulazioni/rilevaAttivazioni");
  const { corpo: attesa } = await backoffice(macchina, "GET", `/recuperi?idDominio=${idDominio}&iuv=${sospesa.iuv}`, 200);
  check(
    "attivazione senza ricevuta",
    elencoDi(attesa, "risultati").map((r) => [r["stato"], r["origine"]]),
    [["IN_ATTESA", "ATTIVAZIONE"]],
  );

  passo(
    "Passata la grazia che il Nodo ha per consegnarla, la ricevuta si chiede a pagoPA: dieci chiamate all'ora, e dopo un 429 si aspetta",
  );
  await pushOrologio(macchina, { ore: 13 });
  await pushOrologio(macchina, { ore: 2 });
  await recupera(macchina);
  await attendiStato(macchina, persa.idPendenza, "ESEGUITA");
  const trovata = await attendiRecupero(macchina, persa, iurPersa, "RECUPERATO");
  check("da dove è arrivata", trovata["provenienza"], "RECUPERO");
  const { corpo: ricevuta } = await backoffice(macchina, "GET", `/ricevute/${idDominio}/${persa.iuv}/${iurPersa}`, 200);
  check("al centesimo", numeroDi(ricevuta, "importo"), 30.01);

  passo("Il giornale di cassa arriva, e la ragioneria riconcilia tutti e tre i pagamenti");
  const movimenti = await readMovimenti(macchina, idDominio);
  for (const flusso of loro) {
    const movimento = movimenti.find(({ causale }) => causale.includes(testoDi(flusso, "idFlusso")));
    if (!movimento) throw new Error(`il giornale di cassa non ha il movimento del flusso ${testoDi(flusso, "idFlusso")}`);
    check("riconciliazione", testoDi(await reconcile(macchina, idDominio, movimento), "stato"), "ACQUISITA");
  }
  for (const { idPendenza } of [persa, senza, cassetto]) await attendiStato(macchina, idPendenza, "INCASSATA");
  stato("tre pagamenti, nessuna ricevuta dal Nodo, tre pendenze incassate");
};
