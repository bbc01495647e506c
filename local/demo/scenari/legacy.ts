/**
 * The legacy family: a creditor behind a station of version V1 is paid with RPT and RT, on the page of WISP and at a PSP, loses an RT and gets
 * it back, and reads its flows through FdR-1. At the end the creditor is where it was.
 */
import { attendi, campo, chiama, elencoDi, numeroDi, type Oggetto, testoDi } from "../cliente.ts";
import { advanceGiorno, attendiFlusso, readMovimenti, readRighe, reconcile, settle } from "../contabilita.ts";
import { attendiStato, type Macchina } from "../macchina.ts";
import { check, passo, stato, titolo } from "../narratore.ts";
import {
  backoffice,
  comanda,
  creditoreDi,
  type DebitoDemo,
  loadPendenza,
  osserva,
  pendenzaSemplice,
  pushOrologio,
  readCodici,
  readPendenza,
  showScambi,
  trustEmittenti,
  voceBollo,
} from "../passi.ts";
import type { Racconto } from "../racconto.ts";

const CAMPI_DOMINIO = [
  "ragioneSociale",
  "gln",
  "cbill",
  "indirizzo",
  "civico",
  "cap",
  "localita",
  "provincia",
  "nazione",
  "email",
  "pec",
  "web",
  "area",
  "intermediato",
  "stazione",
  "auxDigit",
  "segregationCode",
  "scaricaFr",
  "abilitato",
];

/** What the functions remember of the registry is at most a minute old. */
const forgetRegistro = (macchina: Macchina): Promise<void> => pushOrologio(macchina, { minuti: 2 });

/** Declares the station and moves the creditor behind it; the answer puts it back. */
const moveCreditore = async (macchina: Macchina, idDominio: string): Promise<() => Promise<void>> => {
  const ambiente = await osserva(macchina, "ambiente");
  const { idIntermediario, idStazione, password, urlRPT, subscriptionKey } = campo(ambiente, "stazioneStorica") as Record<string, string>;
  await chiama(`${macchina.api.backoffice}/intermediari/${idIntermediario}`, {
    metodo: "PUT",
    chi: macchina.amministratore,
    corpo: {
      denominazione: "Intermediario della famiglia storica",
      principalPagoPa: testoDi(ambiente, "nodo", "username"),
      passwordPagoPa: testoDi(ambiente, "nodo", "password"),
      servizioPagoPa: { urlRPT, subscriptionKey },
      abilitato: true,
    },
    atteso: (await existsIntermediario(macchina, idIntermediario ?? "")) ? 200 : 201,
  });
  const stazioni = `/intermediari/${idIntermediario}/stazioni`;
  const elenco = await backoffice(macchina, "GET", stazioni, 200);
  const gia = elencoDi(elenco.corpo, "risultati").some((voce) => campo(voce, "idStazione") === idStazione);
  await backoffice(macchina, "PUT", `${stazioni}/${idStazione}`, gia ? 200 : 201, { versione: "V1", password, abilitato: true });
  const { corpo: prima } = await backoffice(macchina, "GET", `/domini/${idDominio}`, 200);
  const anagrafica = Object.fromEntries(CAMPI_DOMINIO.flatMap((nome) => (prima[nome] === undefined ? [] : [[nome, prima[nome]]])));
  const put = async (stazione: unknown): Promise<void> => {
    await backoffice(macchina, "PUT", `/domini/${idDominio}`, 200, { ...anagrafica, stazione });
    await forgetRegistro(macchina);
  };
  await put(idStazione);
  return () => put(stazioneDi(prima));
};

const existsIntermediario = async (macchina: Macchina, idIntermediario: string): Promise<boolean> => {
  const { corpo } = await backoffice(macchina, "GET", "/intermediari?risultatiPerPagina=200", 200);
  return elencoDi(corpo, "risultati").some((voce) => campo(voce, "idIntermediario") === idIntermediario);
};

const stazioneDi = (dominio: Oggetto): unknown => {
  const stazione = dominio["stazione"];
  return typeof stazione === "string" ? stazione : campo(stazione, "idStazione");
};

interface Avviato {
  readonly id: string;
  readonly sessione: string;
}

const askPagamento = async (macchina: Macchina, debiti: readonly DebitoDemo[], atteso: number): Promise<Oggetto> => {
  const corpo = {
    pendenze: debiti.map(({ idPendenza }) => ({ idA2A: macchina.applicazione.idA2A, idPendenza })),
    urlRitorno: `${macchina.base}/sandbox?ritorno=portale`,
  };
  return (await chiama(`${macchina.api.pagamento}/pagamenti`, { metodo: "POST", chi: macchina.applicazione, corpo, atteso })).corpo;
};

const startPagamento = async (macchina: Macchina, debiti: readonly DebitoDemo[]): Promise<Avviato> => {
  const corpo = await askPagamento(macchina, debiti, 201);
  const redirect = testoDi(corpo, "redirect");
  stato(`il cittadino va su ${redirect}`);
  return { id: testoDi(corpo, "id"), sessione: new URL(redirect).searchParams.get("idSession") ?? "" };
};

const actWisp = async (macchina: Macchina, { sessione }: Avviato, azione: string, altro: Oggetto = {}): Promise<Oggetto> => {
  const esito = await comanda(macchina, `storico/sessioni/${sessione}/${azione}`, altro);
  showScambi(esito);
  return esito;
};

const attendiPagamento = async (macchina: Macchina, { id }: Avviato, atteso: string): Promise<void> => {
  const pagamento = await attendi(`pagamento ${atteso}`, async () => {
    const { corpo } = await chiama(`${macchina.api.pagamento}/pagamenti/${id}`, { chi: macchina.applicazione, atteso: 200, muta: true });
    return campo(corpo, "stato") === atteso ? corpo : undefined;
  });
  check("stato del pagamento", testoDi(pagamento, "stato"), atteso);
};

const returnAlPortale = async (macchina: Macchina, avviato: Avviato, esito: Oggetto): Promise<void> => {
  const { headers } = await chiama(testoDi(esito, "ritorno"), { atteso: 303 });
  const portale = new URL(headers.get("location") ?? "");
  check(
    "il ritorno porta al portale",
    [portale.searchParams.get("ritorno"), portale.searchParams.get("idPagamento")],
    ["portale", avviato.id],
  );
  check("la base del portale", portale.origin, new URL(macchina.base).origin);
};

const payOnWisp = async (macchina: Macchina, corsa: string, idDominio: string): Promise<readonly DebitoDemo[]> => {
  passo("Due pendenze in un carrello di RPT: il cittadino sceglie il PSP sulla pagina WISP e torna al portale");
  const debiti = [
    await loadPendenza(macchina, `${corsa}-L1`, pendenzaSemplice(idDominio, 42.1)),
    await loadPendenza(macchina, `${corsa}-L2`, pendenzaSemplice(idDominio, 7.35)),
  ];
  const avviato = await startPagamento(macchina, debiti);
  const pagina = await chiama(`${macchina.base}/sandbox/wisp?idSession=${avviato.sessione}`, { accept: "text/html", atteso: 200 });
  check(
    "la pagina mostra le due richieste",
    debiti.every(({ iuv }) => pagina.testo.includes(iuv)),
    true,
  );
  const pagato = await actWisp(macchina, avviato, "paga");
  await returnAlPortale(macchina, avviato, pagato);
  for (const { idPendenza } of debiti) await attendiStato(macchina, idPendenza, "ESEGUITA");
  await attendiPagamento(macchina, avviato, "ESEGUITO");
  return debiti;
};

const readTentativi = async (macchina: Macchina, { idDominio, iuv }: DebitoDemo): Promise<readonly Oggetto[]> => {
  const url = `${macchina.api.pagamento}/rpp?idDominio=${idDominio}&iuv=${iuv}`;
  return elencoDi((await chiama(url, { chi: macchina.applicazione, atteso: 200 })).corpo, "risultati");
};

const payBollo = async (macchina: Macchina, corsa: string, idDominio: string): Promise<void> => {
  passo("Una marca da bollo si compra anche sulla pagina WISP: il PSP la mette nella RT, e si verifica come ogni altra");
  await trustEmittenti(macchina);
  const debito = await loadPendenza(macchina, `${corsa}-L7`, {
    ...{ idTipoPendenza: "LIBERO", idDominio, causale: "Istanza", importo: 16 },
    voci: [voceBollo(`Istanza ${corsa}`)],
  });
  const avviato = await startPagamento(macchina, [debito]);
  await actWisp(macchina, avviato, "paga");
  await attendiStato(macchina, debito.idPendenza, "ESEGUITA");
  const ccp = testoDi((await readTentativi(macchina, debito))[0], "rt", "datiPagamento", "CodiceContestoPagamento");
  check("osservazioni sulla RT e sulla marca", await readCodici(macchina, debito, ccp), []);
};

const payAfterRinuncia = async (macchina: Macchina, corsa: string, idDominio: string): Promise<DebitoDemo> => {
  passo("Il cittadino rinuncia: arriva una RT con esito 1, la pendenza resta da pagare e lo stesso IUV si paga con un altro tentativo");
  const debito = await loadPendenza(macchina, `${corsa}-L3`, pendenzaSemplice(idDominio, 19.9));
  const primo = await startPagamento(macchina, [debito]);
  await actWisp(macchina, primo, "annulla");
  await attendiPagamento(macchina, primo, "NON_ESEGUITO");
  check("stato della pendenza", testoDi(await readPendenza(macchina, debito.idPendenza), "stato"), "NON_ESEGUITA");
  const secondo = await startPagamento(macchina, [debito]);
  await actWisp(macchina, secondo, "paga");
  await attendiStato(macchina, debito.idPendenza, "ESEGUITA");
  check("tentativi sullo stesso IUV", (await readTentativi(macchina, debito)).length, 2);
  return debito;
};

const payAtPsp = async (macchina: Macchina, corsa: string, idDominio: string): Promise<DebitoDemo> => {
  passo("Allo sportello di un PSP: paaVerificaRPT, paaAttivaRPT, la RPT parte da sola, la RT torna");
  const debito = await loadPendenza(macchina, `${corsa}-L4`, pendenzaSemplice(idDominio, 33.2));
  const esito = await comanda(macchina, "storico/psp/pagamenti", { idDominio, numeroAvviso: debito.numeroAvviso });
  showScambi(esito);
  check("esito allo sportello", testoDi(esito, "esito"), "OK");
  check("la RPT al Nodo", testoDi(esito, "rpt", "stato"), "RT_ACCETTATA_PA");
  await attendiStato(macchina, debito.idPendenza, "ESEGUITA");
  const ripetuto = await comanda(macchina, "storico/psp/pagamenti", { idDominio, numeroAvviso: debito.numeroAvviso });
  check("una seconda volta", testoDi(ripetuto, "fault"), "PAA_PAGAMENTO_DUPLICATO");
  return debito;
};

const refuseMultibeneficiario = async (macchina: Macchina, corsa: string, idDominio: string, altro: string): Promise<void> => {
  passo("Un avviso che riscuote anche per un altro ente: la famiglia storica non lo sa dire, e si rifiuta con il suo motivo");
  const { voci, ...corpo } = pendenzaSemplice(idDominio, 100);
  const quota = { idVocePendenza: "2", idDominio: altro, importo: 5.25, descrizione: "Quota dell'altro ente", codEntrata: "TARI" };
  const debito = await loadPendenza(macchina, `${corsa}-L6`, { ...corpo, importo: 105.25, voci: [...elencoDi({ voci }, "voci"), quota] });
  check("al portale", testoDi(await askPagamento(macchina, [debito], 422), "codice"), "VER_038");
  const esito = await comanda(macchina, "storico/psp/pagamenti", { idDominio, numeroAvviso: debito.numeroAvviso });
  check("allo sportello", testoDi(esito, "fault"), "PAA_PAGAMENTO_MULTIBENEFICIARIO_NON_CONSENTITO");
  check("stato della pendenza", testoDi(await readPendenza(macchina, debito.idPendenza), "stato"), "NON_ESEGUITA");
};

const recoverRt = async (macchina: Macchina, corsa: string, idDominio: string): Promise<DebitoDemo> => {
  passo("Una RT si perde: il recupero chiede al Nodo che ne è stato della RPT e si fa dare la copia");
  const debito = await loadPendenza(macchina, `${corsa}-L5`, pendenzaSemplice(idDominio, 12.05));
  const avviato = await startPagamento(macchina, [debito]);
  await actWisp(macchina, avviato, "paga", { smarrita: true });
  check("stato della pendenza", testoDi(await readPendenza(macchina, debito.idPendenza), "stato"), "NON_ESEGUITA");
  await pushOrologio(macchina, { minuti: 30 });
  await attendiStato(macchina, debito.idPendenza, "ESEGUITA");
  await attendiPagamento(macchina, avviato, "ESEGUITO");
  return debito;
};

const reconcileFlussi = async (macchina: Macchina, idDominio: string, { iuv }: DebitoDemo): Promise<void> => {
  passo("La rendicontazione arriva da FdR-1 e spiega gli accrediti fino al centesimo");
  await settle(macchina);
  await advanceGiorno(macchina);
  const flusso = await attendi("flusso acquisito", async () => {
    const url = `${macchina.api.riconciliazione}/flussiRendicontazione?idDominio=${idDominio}&iuv=${iuv}`;
    const { corpo } = await chiama(url, { chi: macchina.applicazione, atteso: 200, muta: true });
    return elencoDi(corpo, "risultati")[0];
  });
  const idFlusso = testoDi(flusso, "idFlusso");
  const revisione = numeroDi(flusso, "revisione");
  check("la revisione è l'istante dell'emissione, come in FdR-1", revisione > 1_000_000_000, true);
  const acquisito = await attendiFlusso(macchina, idDominio, idFlusso, revisione);
  check("stato del flusso", testoDi(acquisito, "stato"), "Acquisito");
  const righe = await readRighe(macchina, idDominio, idFlusso);
  check(
    "la riga del pagamento",
    righe.some((riga) => campo(riga, "iuv") === iuv && campo(riga, "stato") === "OK"),
    true,
  );
  const movimento = (await readMovimenti(macchina, idDominio)).find(({ causale }) => causale.includes(idFlusso));
  if (!movimento) throw new Error(`il giornale di cassa non ha il movimento del flusso ${idFlusso}`);
  check("riconciliazione", testoDi(await reconcile(macchina, idDominio, movimento), "stato"), "ACQUISITA");
};

export const run: Racconto = async (macchina, corsa) => {
  const ente = creditoreDi(macchina, 1);
  titolo("La famiglia storica: RPT, RT, WISP e FdR-1 dietro una stazione V1");
  passo(`${ente.ragioneSociale} passa a una stazione della famiglia storica`);
  const putBack = await moveCreditore(macchina, ente.idDominio);
  try {
    await payOnWisp(macchina, corsa, ente.idDominio);
    await payBollo(macchina, corsa, ente.idDominio);
    await payAfterRinuncia(macchina, corsa, ente.idDominio);
    const pagata = await payAtPsp(macchina, corsa, ente.idDominio);
    await refuseMultibeneficiario(macchina, corsa, ente.idDominio, creditoreDi(macchina).idDominio);
    await recoverRt(macchina, corsa, ente.idDominio);
    await reconcileFlussi(macchina, ente.idDominio, pagata);
  } finally {
    passo("Il creditore torna alla sua stazione");
    await putBack();
  }
};
