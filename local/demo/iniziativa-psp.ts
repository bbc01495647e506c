/** First use case: a debt with its accounting data is printed on a notice, paid at a PSP and followed until the money is explained. */
import { mkdirSync, writeFileSync } from "node:fs";
import { attendi, chiama, elencoDi, numeroDi, testoDi } from "./cliente.ts";
import { advanceGiorno, attendiFlusso, readMovimenti, reconcile, settle } from "./contabilita.ts";
import { attendiStato, type Macchina } from "./macchina.ts";
import { check, filo, passo, stato, titolo } from "./narratore.ts";
import { showScambi } from "./passi.ts";

const CARTELLA = ".local/demo";

export const runIniziativaPsp = async (macchina: Macchina, corsa: string): Promise<void> => {
  const [creditore] = macchina.creditori;
  if (!creditore) throw new Error("nessun creditore di dimostrazione");
  const { idDominio, ragioneSociale } = creditore;
  const { idA2A } = macchina.applicazione;
  const idPendenza = `${corsa}-PSP`;
  titolo("Iniziativa PSP: dalla pendenza all'incasso");

  passo(`Il gestionale carica per ${ragioneSociale} una pendenza di due voci con i dati contabili`);
  const pendenza = {
    idTipoPendenza: "TARI",
    idDominio,
    causale: "TARI 2026 - saldo e quota provinciale",
    soggettoPagatore: {
      tipo: "F",
      identificativo: "RSSMRA85T10A562S",
      anagrafica: "Mario Rossi",
      indirizzo: "Via Roma",
      civico: "1",
      cap: "12900",
      localita: "Borgofiorino",
      provincia: "CN",
      nazione: "IT",
    },
    importo: 152.37,
    dataScadenza: `${new Date().getFullYear() + 1}-12-31`,
    annoRiferimento: 2026,
    voci: [
      {
        idVocePendenza: "saldo",
        importo: 145.12,
        descrizione: "TARI saldo",
        codEntrata: "TARI",
        contabilita: {
          quote: [
            { capitolo: "1010", annoEsercizio: 2026, importo: 100.1, accertamento: "77" },
            { capitolo: "1011", annoEsercizio: 2026, importo: 45.02 },
          ],
        },
      },
      { idVocePendenza: "tefa", importo: 7.25, descrizione: "Tributo provinciale", codEntrata: "LIBERO" },
    ],
  };
  const creata = await chiama(`${macchina.api.pendenze}/pendenze/${idA2A}/${idPendenza}`, {
    metodo: "PUT",
    chi: macchina.applicazione,
    corpo: pendenza,
    atteso: 201,
  });
  const numeroAvviso = testoDi(creata.corpo, "numeroAvviso");
  stato(`avviso ${numeroAvviso}`);

  passo("Ne stampa l'avviso");
  const avviso = `${macchina.api.pendenze}/avvisi/${idDominio}/${numeroAvviso}`;
  const pdf = await chiama(avviso, { chi: macchina.applicazione, accept: "application/pdf", atteso: 200 });
  check("comincia come un PDF", Buffer.from(pdf.bytes.subarray(0, 5)).toString("latin1"), "%PDF-");
  mkdirSync(CARTELLA, { recursive: true });
  writeFileSync(`${CARTELLA}/avviso-${numeroAvviso}.pdf`, pdf.bytes);
  stato(`${CARTELLA}/avviso-${numeroAvviso}.pdf (${pdf.bytes.length} byte)`);
  const dati = await chiama(avviso, { chi: macchina.applicazione, atteso: 200 });
  check("QR", testoDi(dati.corpo, "qrcode"), `PAGOPA|002|${numeroAvviso}|${idDominio}|15237`);

  passo("Un PSP verifica l'avviso e lo paga");
  const verifica = await chiama(`${macchina.base}/sandbox/psp/verifica`, {
    metodo: "POST",
    corpo: { idDominio, numeroAvviso },
    atteso: 200,
  });
  showScambi(verifica.corpo);
  check("esito della verifica", testoDi(verifica.corpo, "esito"), "OK");
  check("importo verificato", numeroDi(verifica.corpo, "importo"), 152.37);
  const pagamento = await chiama(`${macchina.base}/sandbox/psp/pagamenti`, {
    metodo: "POST",
    corpo: { idDominio, numeroAvviso },
    atteso: 200,
  });
  showScambi(pagamento.corpo);
  check("esito del pagamento", testoDi(pagamento.corpo, "esito"), "OK");
  const idRicevuta = testoDi(pagamento.corpo, "ricevuta", "receiptId");

  passo("La ricevuta chiude la pendenza e raggiunge il gestionale");
  const eseguita = await attendiStato(macchina, idPendenza, "ESEGUITA");
  check("stato della pendenza", testoDi(eseguita, "stato"), "ESEGUITA");
  const notificata = await attendi("ricevuta notificata", async () => {
    const { corpo } = await chiama(`${macchina.base}/sandbox/ente/ricevute?idDominio=${idDominio}`, { atteso: 200, muta: true });
    return elencoDi(corpo, "risultati").find((ricevuta) => ricevuta["idRicevuta"] === idRicevuta);
  });
  check("consegne al gestionale", numeroDi(notificata, "volte"), 1);
  const iuv = testoDi(notificata, "iuv");

  passo("La sera i PSP rendicontano; il giorno dopo il flusso viene acquisito");
  await settle(macchina);
  await advanceGiorno(macchina);
  const flusso = await attendi("flusso con il pagamento", async () => {
    const { corpo } = await chiama(`${macchina.api.riconciliazione}/flussiRendicontazione?idDominio=${idDominio}&iuv=${iuv}`, {
      chi: macchina.applicazione,
      atteso: 200,
      muta: true,
    });
    return elencoDi(corpo, "risultati")[0];
  });
  const idFlusso = testoDi(flusso, "idFlusso");
  const acquisito = await attendiFlusso(macchina, idDominio, idFlusso, numeroDi(flusso, "revisione"));
  check(`flusso ${idFlusso}`, testoDi(acquisito, "stato"), "Acquisito");

  passo("Il tesoriere consegna il giornale di cassa e la ragioneria riconcilia");
  const movimento = (await readMovimenti(macchina, idDominio)).find(({ causale }) => causale.includes(idFlusso));
  if (!movimento) throw new Error(`il giornale di cassa non ha il movimento del flusso ${idFlusso}`);
  filo(`sospeso di ${movimento.importo} euro, causale ${movimento.causale}`);
  const riconciliazione = await reconcile(macchina, idDominio, movimento);
  check("riconciliazione", testoDi(riconciliazione, "stato"), "ACQUISITA");
  const incassata = await attendiStato(macchina, idPendenza, "INCASSATA");
  check("stato della pendenza", testoDi(incassata, "stato"), "INCASSATA");
};
