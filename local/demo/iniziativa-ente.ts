/** Second use case: the portal sends two debts of two creditors to Checkout in one cart, and follows the payment until the money is explained. */
import { attendi, campo, chiama, elencoDi, numeroDi, testoDi } from "./cliente.ts";
import { advanceGiorno, attendiFlusso, readMovimenti, reconcile, settle } from "./contabilita.ts";
import { attendiStato, type Macchina } from "./macchina.ts";
import { check, passo, stato, titolo } from "./narratore.ts";
import { showScambi } from "./passi.ts";

export const runIniziativaEnte = async (macchina: Macchina, corsa: string): Promise<void> => {
  titolo("Iniziativa ente: due pendenze di due creditori in un solo carrello");
  const { idA2A } = macchina.applicazione;
  const debiti = macchina.creditori
    .slice(0, 2)
    .map(({ idDominio }, i) => ({ idDominio, idPendenza: `${corsa}-ENTE-${i + 1}`, importo: [61.5, 18.04][i] ?? 1 }));

  passo("Il gestionale carica le due pendenze");
  for (const { idDominio, idPendenza, importo } of debiti) {
    const corpo = {
      idTipoPendenza: "MENSA",
      idDominio,
      causale: "Refezione scolastica, novembre",
      soggettoPagatore: { tipo: "F", identificativo: "VRDGPP80A01F205X", anagrafica: "Giuseppina Verdi", email: "verdi@posta.example" },
      importo,
      voci: [{ idVocePendenza: "1", importo, descrizione: "Pasti", codEntrata: "MENSA" }],
    };
    await chiama(`${macchina.api.pendenze}/pendenze/${idA2A}/${idPendenza}`, {
      metodo: "PUT",
      chi: macchina.applicazione,
      corpo,
      atteso: 201,
    });
  }

  passo("Il portale avvia il pagamento");
  const avviato = await chiama(`${macchina.api.pagamento}/pagamenti`, {
    metodo: "POST",
    chi: macchina.applicazione,
    corpo: {
      pendenze: debiti.map(({ idPendenza }) => ({ idA2A, idPendenza })),
      urlRitorno: `${macchina.base}/sandbox?ritorno=portale`,
      soggettoVersante: { tipo: "F", identificativo: "VRDGPP80A01F205X", anagrafica: "Giuseppina Verdi", email: "verdi@posta.example" },
    },
    atteso: 201,
  });
  const id = testoDi(avviato.corpo, "id");
  const redirect = testoDi(avviato.corpo, "redirect");
  stato(`il cittadino va su ${redirect}`);

  passo("Il cittadino paga su Checkout e torna al portale");
  const pagina = await chiama(redirect, { accept: "text/html", atteso: 200 });
  check("la pagina è in italiano", pagina.testo.includes('lang="it"'), true);
  const carrello = new URL(redirect).pathname.split("/").at(-1) ?? "";
  const pagato = await chiama(`${macchina.base}/sandbox/checkout/carts/${carrello}/paga`, { metodo: "POST", corpo: {}, atteso: 200 });
  showScambi(pagato.corpo);
  const ritorno = new URL(testoDi(pagato.corpo, "returnUrl"));
  check("esito nel ritorno", ritorno.searchParams.get("esito"), "OK");
  check("pagamento nel ritorno", ritorno.searchParams.get("idPagamento"), id);

  passo("Le ricevute, non il ritorno, dicono che il pagamento è eseguito");
  const pagamento = await attendi("pagamento ESEGUITO", async () => {
    const { corpo } = await chiama(`${macchina.api.pagamento}/pagamenti/${id}`, { chi: macchina.applicazione, atteso: 200, muta: true });
    return campo(corpo, "stato") === "ESEGUITO" ? corpo : undefined;
  });
  check("importo del pagamento", numeroDi(pagamento, "importo"), 79.54);
  for (const { idPendenza } of debiti)
    check(`pendenza ${idPendenza}`, testoDi(await attendiStato(macchina, idPendenza, "ESEGUITA"), "stato"), "ESEGUITA");

  passo("Rendicontazione, giornale di cassa e riconciliazione di ciascun creditore");
  await settle(macchina);
  await advanceGiorno(macchina);
  for (const { idDominio, idPendenza } of debiti) {
    const dettaglio = await attendiStato(macchina, idPendenza, "ESEGUITA");
    const flusso = await attendi(`flusso di ${idDominio}`, async () => {
      const url = `${macchina.api.riconciliazione}/flussiRendicontazione?idDominio=${idDominio}&iuv=${testoDi(dettaglio, "iuvAvviso")}`;
      const { corpo } = await chiama(url, { chi: macchina.applicazione, atteso: 200, muta: true });
      return elencoDi(corpo, "risultati")[0];
    });
    const idFlusso = testoDi(flusso, "idFlusso");
    check(
      `flusso ${idFlusso}`,
      testoDi(await attendiFlusso(macchina, idDominio, idFlusso, numeroDi(flusso, "revisione")), "stato"),
      "Acquisito",
    );
    const movimento = (await readMovimenti(macchina, idDominio)).find(({ causale }) => causale.includes(idFlusso));
    if (!movimento) throw new Error(`il giornale di cassa non ha il movimento del flusso ${idFlusso}`);
    check("riconciliazione", testoDi(await reconcile(macchina, idDominio, movimento), "stato"), "ACQUISITA");
    check(`pendenza ${idPendenza}`, testoDi(await attendiStato(macchina, idPendenza, "INCASSATA"), "stato"), "INCASSATA");
  }
};
