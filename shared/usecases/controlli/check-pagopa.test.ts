/** The daily look at pagoPA: what it finds, what it does when it cannot see, that running it again or twice at once changes nothing. */
import { beforeEach, describe, expect, it } from "vitest";
import { COMUNE, IBAN_COMUNE, IBAN_POSTALE, IBAN_UNIONE, INTERMEDIARIO, STAZIONE, UNIONE } from "../../../tests/sostegno/anagrafica.ts";
import { buildPendenza } from "../../../tests/sostegno/esempi.ts";
import { createMemoria, type Memoria } from "../../../tests/sostegno/memoria.ts";
import { ArchivioRegistro } from "../../adapters/archivio/registro.ts";
import type { ContoPagoPa, EntePagoPa } from "../../domain/controlli/controllo.ts";
import { ko, ok } from "../../domain/esito.ts";
import type { BackofficeEc, ErroreBackofficeEc } from "../../ports/backoffice-ec.ts";
import { checkPagoPa } from "./check-pagopa.ts";

const PER_PAGINA = 2;

const conto = (idDominio: string, iban: string, altro: Partial<ContoPagoPa> = {}): ContoPagoPa => ({
  ...{ idDominio, iban, attivo: true, stato: "ENABLED", attivoDal: "2020-01-01" },
  ...altro,
});
const ente = (idDominio: string, segregationCode: string, altro: Partial<EntePagoPa> = {}): EntePagoPa => ({
  ...{ idDominio, ragioneSociale: `Ente ${idDominio}`, enteAttivo: true, idStazione: STAZIONE, stazioneAttiva: true },
  ...{ auxDigit: ["3"], segregationCode, primitive: 2, cbill: "AB12C", pagamentiPsp: true },
  ...altro,
});

let memoria: Memoria;
let conti: ContoPagoPa[];
let enti: EntePagoPa[];
let errore: ErroreBackofficeEc | undefined;
/** Happens between the first page and the second. */
let durante: (() => void) | undefined;

const paginate = <T>(elementi: readonly T[], pagina: number) =>
  ok({
    elementi: elementi.slice(pagina * PER_PAGINA, (pagina + 1) * PER_PAGINA),
    pagineTotali: Math.ceil(elementi.length / PER_PAGINA),
    totale: elementi.length,
  });

const backofficeEc: BackofficeEc = {
  findConti: async (_connettore, _id, pagina) => {
    if (errore) return ko(errore);
    if (pagina === 1) durante?.();
    return paginate(conti, pagina);
  },
  findEnti: async (_connettore, _id, pagina) => paginate(enti, pagina),
};

const run = () => {
  const { deposito, posizioni, unitOfWork, clock, traccia } = memoria;
  const registro = new ArchivioRegistro(deposito);
  return checkPagoPa({ registro, posizioni, backofficeEc, unitOfWork, clock })(traccia);
};

const rilievi = async () => {
  const controlli = await new ArchivioRegistro(memoria.deposito).list("controllo");
  return Object.fromEntries(
    controlli.flatMap(({ riferimento, rilievi: suoi }) => (suoi.length === 0 ? [] : [[riferimento, suoi.map(({ codice }) => codice)]])),
  );
};

const edit = async (iban: string, campi: object): Promise<void> => {
  const attuale = await new ArchivioRegistro(memoria.deposito).get("conto", iban, COMUNE);
  if (!attuale) throw new Error("conto di prova assente");
  await memoria.store({ azione: "sostituisci", entita: "conto", valore: { ...attuale, ...campi } });
};

beforeEach(async () => {
  memoria = await createMemoria();
  const intermediario = await new ArchivioRegistro(memoria.deposito).get("intermediario", INTERMEDIARIO);
  if (!intermediario) throw new Error("intermediario di prova assente");
  const valore = { ...intermediario, servizioPagoPaBackofficeEC: { url: "http://pagopa.example" } };
  await memoria.store({ azione: "sostituisci", entita: "intermediario", valore });
  conti = [conto(COMUNE, IBAN_COMUNE), conto(COMUNE, IBAN_POSTALE), conto(UNIONE, IBAN_UNIONE)];
  enti = [ente(COMUNE, "01"), ente(UNIONE, "02")];
  errore = undefined;
  durante = undefined;
});

describe("controllaIban", () => {
  it("finds nothing where the two agree, and says how much it looked at", async () => {
    expect(await run()).toEqual({ intermediari: 1, domini: 2, conti: 3, allarmi: 0, avvisi: 0, falliti: 0, rimandati: 0 });
    expect(await rilievi()).toEqual({});
  });

  it.each<[string, () => void | Promise<void>, Record<string, string[]>]>([
    ["an account never approved", () => void conti.splice(0, 1), { [IBAN_COMUNE]: ["CONTO_SCONOSCIUTO"] }],
    [
      "an account not in force",
      () => void conti.splice(0, 1, conto(COMUNE, IBAN_COMUNE, { attivo: false, stato: "DISABLED" })),
      { [IBAN_COMUNE]: ["CONTO_NON_ATTIVO"] },
    ],
    [
      "an account of tomorrow",
      () => void conti.splice(0, 1, conto(COMUNE, IBAN_COMUNE, { attivoDal: "2026-11-26" })),
      { [IBAN_COMUNE]: ["CONTO_NON_ANCORA_ATTIVO"] },
    ],
    ["an account from today on", () => void conti.splice(0, 1, conto(COMUNE, IBAN_COMUNE, { attivoDal: "2026-11-25" })), {}],
    [
      "an end that pagoPA says",
      () => void conti.splice(0, 1, conto(COMUNE, IBAN_COMUNE, { fineValidita: "2026-12-25" })),
      { [IBAN_COMUNE]: ["CONTO_IN_SCADENZA"] },
    ],
    ["an end in 31 days", () => void conti.splice(0, 1, conto(COMUNE, IBAN_COMUNE, { fineValidita: "2026-12-26" })), {}],
    ["an end that the creditor says", () => edit(IBAN_COMUNE, { fineValidita: "2026-11-25" }), { [IBAN_COMUNE]: ["CONTO_IN_SCADENZA"] }],
    ["an account that has ended", () => edit(IBAN_COMUNE, { fineValidita: "2026-11-24" }), { [IBAN_COMUNE]: ["CONTO_SCADUTO"] }],
    ["an account disabled only here", () => edit(IBAN_POSTALE, { abilitato: false }), { [IBAN_POSTALE]: ["CONTO_DISABILITATO_QUI"] }],
    ["an account that only pagoPA has", () => void conti.push(conto(COMUNE, "IT00X")), { IT00X: ["CONTO_NON_REGISTRATO"] }],
    ["an old row beside the one in force", () => void conti.push(conto(COMUNE, IBAN_COMUNE, { attivo: false, stato: "DISABLED" })), {}],
    ["a creditor that pagoPA does not know", () => void enti.splice(0, 1), { [STAZIONE]: ["ENTE_SCONOSCIUTO"] }],
    ["a creditor disabled", () => void enti.splice(0, 1, ente(COMUNE, "01", { enteAttivo: false })), { [STAZIONE]: ["ENTE_NON_ATTIVO"] }],
    [
      "another station",
      () => void enti.splice(0, 1, ente(COMUNE, "01", { idStazione: "80008000801_02" })),
      { [STAZIONE]: ["STAZIONE_SCONOSCIUTA"] },
    ],
    [
      "a station disabled",
      () => void enti.splice(0, 1, ente(COMUNE, "01", { stazioneAttiva: false })),
      { [STAZIONE]: ["STAZIONE_NON_ATTIVA"] },
    ],
    [
      "another aux digit",
      () => void enti.splice(0, 1, ente(COMUNE, "01", { auxDigit: ["0", "1"] })),
      { [STAZIONE]: ["AUX_DIGIT_DIVERSO"] },
    ],
    ["one aux digit among more", () => void enti.splice(0, 1, ente(COMUNE, "01", { auxDigit: ["0", "3"] })), {}],
    ["another segregation code", () => void enti.splice(0, 1, ente(COMUNE, "09")), { [STAZIONE]: ["SEGREGAZIONE_DIVERSA"] }],
    ["an older primitive", () => void enti.splice(0, 1, ente(COMUNE, "01", { primitive: 1 })), { [STAZIONE]: ["PRIMITIVA_DIVERSA"] }],
    [
      "another CBILL and no PSP",
      () => void enti.splice(0, 1, ente(COMUNE, "01", { cbill: "ZZ", pagamentiPsp: false })),
      { [STAZIONE]: ["CBILL_DIVERSO", "PSP_NON_ABILITATI"] },
    ],
    [
      "a creditor not registered here",
      () => void enti.push(ente("99999999990", "03", { idStazione: "80008000801_09" })),
      { "80008000801_09": ["ENTE_NON_REGISTRATO"] },
    ],
  ])("on %s", async (_caso, prepare, attesi) => {
    await prepare();
    await run();
    expect(await rilievi()).toEqual(attesi);
  });

  it("tells an account that was taken away from one that never was, also the day after", async () => {
    await run();
    conti.splice(0, 1);
    await run();
    expect(await rilievi()).toEqual({ [IBAN_COMUNE]: ["CONTO_TOLTO"] });
    await run();
    expect(await rilievi()).toEqual({ [IBAN_COMUNE]: ["CONTO_TOLTO"] });
  });

  it("counts the debts that still point to an account with findings, by income too", async () => {
    conti.splice(0, 1);
    await memoria.store(
      { azione: "crea", entita: "pendenza", valore: buildPendenza() },
      { azione: "crea", entita: "pendenza", valore: buildPendenza({ iuv: "01000000000000234", idPendenza: "PAGATA", stato: "ESEGUITA" }) },
    );
    expect((await run()).allarmi).toBe(1);
    const controllo = await new ArchivioRegistro(memoria.deposito).get("controllo", `CONTO#${IBAN_COMUNE}`, COMUNE);
    expect(controllo?.pendenze).toEqual({ numero: 1, almeno: false });
  });

  it("rings for a disabled account only while some debt points to it", async () => {
    await edit(IBAN_COMUNE, { abilitato: false });
    conti.splice(0, 1);
    expect(await run()).toMatchObject({ allarmi: 0 });
    await memoria.store({ azione: "crea", entita: "pendenza", valore: buildPendenza() });
    expect(await run()).toMatchObject({ allarmi: 1 });
  });

  it("gives no verdict on a list that it cannot read, keeps the old one and tells the journal", async () => {
    conti.splice(0, 1);
    await run();
    errore = { causa: "irraggiungibile", dettaglio: "pagoPA ha risposto 503" };
    expect(await run()).toMatchObject({ falliti: 1, domini: 0 });
    expect(await rilievi()).toEqual({ [IBAN_COMUNE]: ["CONTO_SCONOSCIUTO"] });
    expect(memoria.deposito.all("eventi")).toMatchObject([{ esito: "FAIL", dettaglioEsito: expect.stringContaining("503") }]);
  });

  it("reads again a list that changes while it is read", async () => {
    durante = () => {
      durante = undefined;
      conti.unshift(conto(UNIONE, "IT01NUOVO"));
    };
    expect(await run()).toMatchObject({ falliti: 0, conti: 4 });
    expect(await rilievi()).toEqual({ IT01NUOVO: ["CONTO_NON_REGISTRATO"] });
  });

  it("forgets what is no longer there", async () => {
    conti.push(conto(COMUNE, "IT00X"));
    await run();
    conti.pop();
    await run();
    expect(await rilievi()).toEqual({});
  });

  it("forgets creditors that nobody looks at any more, each with all it had", async () => {
    await run();
    for (const dominio of await new ArchivioRegistro(memoria.deposito).list("dominio"))
      await memoria.store({ azione: "sostituisci", entita: "dominio", valore: { ...dominio, abilitato: false } });
    await run();
    expect(await new ArchivioRegistro(memoria.deposito).list("controllo")).toEqual([]);
  });

  it("two runs at once write the same", async () => {
    conti.splice(0, 1);
    const [a, b] = await Promise.all([run(), run()]);
    expect(a).toEqual(b);
    expect(await rilievi()).toEqual({ [IBAN_COMUNE]: ["CONTO_SCONOSCIUTO"] });
  });
});
