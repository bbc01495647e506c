/** The station goes down: the platform cashes in the creditor's stead from its archive, and hands over the receipts when the station is back. */
import { attendi, campo, chiama, elencoDi, numeroDi, type Oggetto, testoDi } from "../cliente.ts";
import { advanceGiorno, attendiFlusso, readMovimenti, readRighe, reconcile, settle } from "../contabilita.ts";
import { attendiStato, type Macchina } from "../macchina.ts";
import { check, passo, stato, titolo } from "../narratore.ts";
import {
  comanda,
  creditoreDi,
  type DebitoDemo,
  loadPendenza,
  osserva,
  pay,
  pendenzaSemplice,
  pushOrologio,
  readPendenza,
  urlPendenza,
  verify,
} from "../passi.ts";
import type { Racconto } from "../racconto.ts";

/** What the creditor's feed has told the platform of a notice. */
const feedArchivio = async (macchina: Macchina, { idDominio, numeroAvviso }: DebitoDemo, importo: number): Promise<void> => {
  await comanda(
    macchina,
    "nodo/stand-in/posizioni",
    { idDominio, numeroAvviso, causale: "TARI 2026", trasferimenti: [{ idDominio, importo, iban: await ibanDi(macchina, idDominio) }] },
    201,
  );
};

const ibanDi = async (macchina: Macchina, idDominio: string): Promise<string> => {
  const creditori = elencoDi(await osserva(macchina, "ambiente"), "creditori");
  return testoDi(
    creditori.find((creditore) => creditore["idDominio"] === idDominio),
    "iban",
    0,
  );
};

const ricevutaDi = async (macchina: Macchina, { idDominio, iuv }: DebitoDemo, idRicevuta: string): Promise<Oggetto> =>
  (await chiama(`${macchina.api.riconciliazione}/ricevute/${idDominio}/${iuv}/${idRicevuta}`, { chi: macchina.applicazione, atteso: 200 }))
    .corpo;

const codiciDi = (segnalazioni: unknown): readonly unknown[] => elencoDi(segnalazioni, "segnalazioni").map((s) => s["codice"]);

const paySenzaStazione = async (macchina: Macchina, debito: DebitoDemo, importo: number): Promise<string> => {
  const pagamento = await pay(macchina, debito);
  check("esito del pagamento", testoDi(pagamento, "esito"), "OK");
  check("importo incassato dalla piattaforma", numeroDi(pagamento, "importo"), importo);
  check("messaggi arrivati al gateway", elencoDi(pagamento, "scambi").length, 0);
  return testoDi(pagamento, "ricevuta", "receiptId");
};

/** The money of a stand-in payment is settled as any other, with outcome 4 (SANP, flow of settlement). */
const collect = async (macchina: Macchina, { idDominio, iuv, idPendenza }: DebitoDemo): Promise<void> => {
  const flusso = await attendi("flusso con il pagamento", async () => {
    const { corpo } = await chiama(`${macchina.api.riconciliazione}/flussiRendicontazione?idDominio=${idDominio}&iuv=${iuv}`, {
      chi: macchina.applicazione,
      atteso: 200,
      muta: true,
    });
    return elencoDi(corpo, "risultati")[0];
  });
  const idFlusso = testoDi(flusso, "idFlusso");
  await attendiFlusso(macchina, idDominio, idFlusso, numeroDi(flusso, "revisione"));
  const riga = (await readRighe(macchina, idDominio, idFlusso)).find((candidata) => candidata["iuv"] === iuv);
  check("esito della riga (4 = stand-in)", campo(riga, "esito"), 4);
  check("stato della riga", campo(riga, "stato"), "OK");
  const movimento = (await readMovimenti(macchina, idDominio)).find(({ causale }) => causale.includes(idFlusso));
  if (!movimento) throw new Error(`il giornale di cassa non ha il movimento del flusso ${idFlusso}`);
  check("riconciliazione", testoDi(await reconcile(macchina, idDominio, movimento), "stato"), "ACQUISITA");
  await attendiStato(macchina, idPendenza, "INCASSATA");
};

export const run: Racconto = async (macchina, corsa) => {
  const { idDominio, ragioneSociale } = creditoreDi(macchina);
  titolo("Stand-in: la stazione è ferma, i cittadini pagano lo stesso");

  passo(`${ragioneSociale} ha tre avvisi, e la piattaforma li conosce`);
  const [normale, annullata, cambiata] = [
    await loadPendenza(macchina, `${corsa}-SI-1`, pendenzaSemplice(idDominio, 40)),
    await loadPendenza(macchina, `${corsa}-SI-2`, pendenzaSemplice(idDominio, 50)),
    await loadPendenza(macchina, `${corsa}-SI-3`, pendenzaSemplice(idDominio, 60)),
  ];
  for (const [debito, importo] of [
    [normale, 40],
    [annullata, 50],
    [cambiata, 60],
  ] as const)
    await feedArchivio(macchina, debito, importo);

  passo("La stazione non risponde più: la piattaforma entra in stand-in");
  const inizio = await comanda(macchina, "nodo/stand-in", { idDominio, attivo: true });
  check("stazioni in stand-in", elencoDi(inizio, "stazioni").length, 1);
  check("importo verificato senza chiedere all'ente", numeroDi(await verify(macchina, normale), "importo"), 40);

  passo("Nel frattempo l'ente annulla un avviso e ne aumenta un altro: la piattaforma non può saperlo");
  await chiama(urlPendenza(macchina, annullata.idPendenza), {
    metodo: "PATCH",
    chi: macchina.applicazione,
    corpo: [
      { op: "REPLACE", path: "/stato", value: "ANNULLATA" },
      { op: "REPLACE", path: "/descrizioneStato", value: "Sgravio" },
    ],
    atteso: 200,
  });
  await loadPendenza(macchina, cambiata.idPendenza, pendenzaSemplice(idDominio, 65.5), 200);

  passo("I cittadini pagano tutti e tre gli avvisi");
  const ricevute = [
    await paySenzaStazione(macchina, normale, 40),
    await paySenzaStazione(macchina, annullata, 50),
    await paySenzaStazione(macchina, cambiata, 60),
  ] as const;
  check("per l'ente non è ancora successo nulla", testoDi(await readPendenza(macchina, normale.idPendenza), "stato"), "NON_ESEGUITA");

  passo("Tre ore dopo la stazione è tornata: la sonda lo vede, e le ricevute arrivano tutte");
  await pushOrologio(macchina, { ore: 3 });
  const sonda = await comanda(macchina, "nodo/stand-in/sonda", { idDominio });
  check("la sonda (avviso 000000000000000000) è sconosciuta, come deve", testoDi(sonda, "esito"), "OK");
  stato(`risposta alla sonda in ${numeroDi(sonda, "millisecondi")} ms`);
  check("ricevute consegnate", numeroDi(sonda, "consegnate"), 3);

  passo("Ogni ricevuta chiude la sua pendenza, e dice ciò che non torna");
  await attendiStato(macchina, normale.idPendenza, "ESEGUITA");
  const ricevuta = await ricevutaDi(macchina, normale, ricevute[0]);
  check("la ricevuta dice che è stand-in", [campo(ricevuta, "rt", "json", "standIn"), codiciDi(ricevuta)], [true, ["STAND_IN"]]);
  const sgravata = await attendiStato(macchina, annullata.idPendenza, "ESEGUITA");
  check("annullata e pagata: i soldi ci sono, l'ente è avvisato", codiciDi(sgravata), ["PAGATA_DOPO_ANNULLAMENTO"]);
  const anomala = await attendiStato(macchina, cambiata.idPendenza, "ANOMALA");
  check("pagata con l'importo di prima", codiciDi(anomala), ["IMPORTO_DIVERSO"]);

  passo("Il riversamento è come ogni altro: le righe dicono stand-in e trovano la loro ricevuta");
  await settle(macchina);
  await advanceGiorno(macchina);
  await collect(macchina, normale);
};
