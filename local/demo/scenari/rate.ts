/** A bill payable at once or in three instalments: a notice for each, one document that holds them together, and what happens when two ways are mixed. */
import { campo, chiama, elencoDi, numeroDi, type Oggetto, testoDi } from "../cliente.ts";
import { attendiStato, type Macchina } from "../macchina.ts";
import { check, passo, stato, titolo } from "../narratore.ts";
import { comanda, creditoreDi, type DebitoDemo, loadPendenza, osserva, pay, urlPendenza, verify } from "../passi.ts";
import type { Racconto } from "../racconto.ts";

const GIORNO_MS = 86_400_000;

/** Day `giorni` after the day of the machine's clock. */
const giornoFra = (istante: string, giorni: number): string =>
  new Date(Date.parse(istante) + giorni * GIORNO_MS).toISOString().slice(0, 10);

interface Quota {
  readonly id: string;
  readonly importo: number;
  readonly scadenza: string;
  readonly rata?: number;
}

const corpoDi = (idDominio: string, documento: string, { importo, scadenza, rata }: Quota): Oggetto => ({
  idTipoPendenza: "TARI",
  idDominio,
  causale: rata === undefined ? "TARI 2026, soluzione unica" : `TARI 2026, rata ${rata} di 3`,
  importo,
  dataValidita: scadenza,
  documento: { identificativo: documento, descrizione: "TARI 2026", ...(rata !== undefined && { rata }) },
  voci: [{ idVocePendenza: "1", importo, descrizione: "TARI 2026", codEntrata: "TARI" }],
});

const printDocumento = async (macchina: Macchina, idDominio: string, documento: string): Promise<void> => {
  const pdf = await chiama(`${macchina.api.pendenze}/documenti/${idDominio}/${documento}/avvisi`, {
    chi: macchina.applicazione,
    accept: "application/pdf",
    atteso: 200,
  });
  check("il documento è un PDF", Buffer.from(pdf.bytes.subarray(0, 5)).toString("latin1"), "%PDF-");
  stato(`soluzione unica e tre rate in ${pdf.bytes.length} byte`);
};

/** What a PSP that asks for the payment options shows to the citizen: each way with its state, and the amounts of its instalments. */
const readOpzioni = async (macchina: Macchina, { idDominio, numeroAvviso }: DebitoDemo): Promise<unknown> => {
  const { opzioni } = await comanda(macchina, "psp/opzioni", { idDominio, numeroAvviso });
  return elencoDi(opzioni, "paymentOptions").map((opzione) => [
    testoDi(opzione, "description"),
    testoDi(opzione, "status"),
    elencoDi(opzione, "installments").map((rata) => numeroDi(rata, "amount") / 100),
  ]);
};

const payQuota = async (macchina: Macchina, debito: DebitoDemo, importo: number): Promise<void> => {
  check("importo verificato", numeroDi(await verify(macchina, debito), "importo"), importo);
  check("esito del pagamento", testoDi(await pay(macchina, debito), "esito"), "OK");
  const eseguita = await attendiStato(macchina, debito.idPendenza, "ESEGUITA");
  check(`pendenza ${debito.idPendenza}`, testoDi(eseguita, "stato"), "ESEGUITA");
};

export const run: Racconto = async (macchina, corsa) => {
  const { idDominio, ragioneSociale } = creditoreDi(macchina);
  const istante = testoDi(await osserva(macchina, "orologio"), "istante");
  const documento = `${corsa}-DOC`;
  titolo("Rate: un documento, quattro avvisi");

  passo(`${ragioneSociale} emette la bolletta in soluzione unica e in tre rate`);
  const quote: readonly Quota[] = [
    { id: "UNICA", importo: 90, scadenza: giornoFra(istante, 30) },
    { id: "R1", importo: 30.01, scadenza: giornoFra(istante, 30), rata: 1 },
    { id: "R2", importo: 30, scadenza: giornoFra(istante, 90), rata: 2 },
    { id: "R3", importo: 29.99, scadenza: giornoFra(istante, 150), rata: 3 },
  ];
  const debiti: DebitoDemo[] = [];
  for (const quota of quote) debiti.push(await loadPendenza(macchina, `${documento}-${quota.id}`, corpoDi(idDominio, documento, quota)));
  const [unica, prima, seconda, terza] = debiti;
  if (!unica || !prima || !seconda || !terza) throw new Error("avvisi non caricati");
  check("numeri avviso diversi", new Set(debiti.map(({ numeroAvviso }) => numeroAvviso)).size, 4);

  passo("Li stampa tutti insieme, come un documento solo");
  await printDocumento(macchina, idDominio, documento);

  passo("Il PSP vede i due modi di pagare, da qualunque avviso del documento");
  check("opzioni", await readOpzioni(macchina, seconda), [
    ["Soluzione unica", "PO_UNPAID", [90]],
    ["Piano di 3 rate", "PO_UNPAID", [30.01, 30, 29.99]],
  ]);

  passo("Il cittadino sceglie le rate e paga la prima");
  await payQuota(macchina, prima, 30.01);
  check("opzioni, iniziate le rate", await readOpzioni(macchina, seconda), [
    ["Soluzione unica", "PO_INVALID", [90]],
    ["Piano di 3 rate", "PO_PARTIALLY_PAID", [30.01, 30, 29.99]],
  ]);

  passo("L'ente ritira la soluzione unica: chi ha cominciato a rate non deve poterla pagare");
  await chiama(urlPendenza(macchina, unica.idPendenza), {
    metodo: "PATCH",
    chi: macchina.applicazione,
    corpo: [
      { op: "REPLACE", path: "/stato", value: "ANNULLATA" },
      { op: "REPLACE", path: "/descrizioneStato", value: "Pagamento a rate" },
    ],
    atteso: 200,
  });
  const rifiutata = await verify(macchina, unica);
  check("esito della verifica", testoDi(rifiutata, "esito"), "KO");
  check("perché", campo(rifiutata, "fault", "originalFaultCode"), "PAA_PAGAMENTO_ANNULLATO");

  passo("Le altre rate, anche non in ordine");
  await payQuota(macchina, terza, 29.99);
  await payQuota(macchina, seconda, 30);

  passo("Chi paga due volte la stessa rata viene fermato");
  const doppia = await verify(macchina, prima, { forza: true });
  check("perché", campo(doppia, "fault", "originalFaultCode"), "PAA_PAGAMENTO_DUPLICATO");
  // Nothing is left to offer: the answer is the refusal of the notice, with the status that says so.
  check(
    "opzioni, finite le rate",
    numeroDi(await comanda(macchina, "psp/opzioni", { idDominio, numeroAvviso: prima.numeroAvviso }), "stato"),
    409,
  );
};
