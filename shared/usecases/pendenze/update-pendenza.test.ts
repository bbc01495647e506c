import { beforeEach, describe, expect, it } from "vitest";
import { APPLICAZIONE, COMUNE } from "../../../tests/sostegno/anagrafica.ts";
import { createScrittura, GESTIONALE, nuova, type Scrittura, withIntromissioni } from "../../../tests/sostegno/pendenze.ts";
import type { Chiamante } from "../../domain/anagrafiche/applicazione.ts";
import { posizioneVolutaDi } from "../../domain/gpd/allineamento-voluto.ts";
import { findRifiutoPagamento } from "../../domain/pagamenti/pagabilita.ts";
import type { Pendenza } from "../../domain/pendenze/pendenza.ts";
import type { StatoPendenza } from "../../domain/pendenze/stati-pendenza.ts";
import type { Variazione } from "../../domain/pendenze/variazioni.ts";
import { updatePendenza, updatePendenzaOperatore } from "./update-pendenza.ts";

const annulla: Variazione = { campo: "stato", valore: "ANNULLATA" };
const ripristina: Variazione = { campo: "stato", valore: "NON_ESEGUITA" };
const motivo: Variazione = { campo: "descrizioneStato", valore: "Emessa per errore" };

let s: Scrittura;
beforeEach(async () => {
  s = await createScrittura();
  await s.put("P1", nuova());
  s.richieste.length = 0;
});

const patch = (variazioni: readonly Variazione[], chiamante: Chiamante = GESTIONALE, idPendenza = "P1") =>
  updatePendenza(s.porte)({ idA2A: APPLICAZIONE, idPendenza, variazioni, chiamante, traccia: s.traccia });

const attuale = async (): Promise<Pendenza> => {
  const pendenza = await s.posizioni.getPendenzaById(APPLICAZIONE, "P1");
  if (!pendenza) throw new Error("pendenza di prova assente");
  return pendenza;
};
const setStato = async (stato: StatoPendenza): Promise<void> =>
  s.store({ azione: "sostituisci", entita: "pendenza", valore: { ...(await attuale()), stato } });

describe("a change of a debt", () => {
  it("annuls with its reason in one read and one transaction, and the history tells", async () => {
    expect(await patch([motivo, annulla])).toMatchObject({ ok: true });
    expect(s.richieste).toEqual(["query:archivio", "commit:archivio"]);
    const pendenza = await attuale();
    expect(pendenza).toMatchObject({ stato: "ANNULLATA", descrizioneStato: "Emessa per errore", versione: 2 });
    const { storia } = await s.posizioni.getPosizione({ idDominio: COMUNE, iuv: pendenza.iuv });
    expect(storia.find(({ evento }) => evento === "annullata")?.campi).toMatchObject({
      stato: { prima: "NON_ESEGUITA", dopo: "ANNULLATA" },
    });
  });

  it("restores, and the reason of the annulment goes", async () => {
    await patch([annulla, motivo]);
    expect(await patch([ripristina])).toMatchObject({ ok: true });
    const pendenza = await attuale();
    expect([pendenza.stato, pendenza.descrizioneStato]).toEqual(["NON_ESEGUITA", undefined]);
  });

  it.each([
    [annulla, "NON_ESEGUITA", "ok"],
    [annulla, "ANNULLATA", "ok"],
    [annulla, "ESEGUITA", "VER_009"],
    [annulla, "ESEGUITA_PARZIALE", "VER_009"],
    [annulla, "INCASSATA", "VER_009"],
    [annulla, "ANOMALA", "VER_009"],
    [ripristina, "ANNULLATA", "ok"],
    [ripristina, "NON_ESEGUITA", "VER_003"],
    [ripristina, "ESEGUITA", "VER_003"],
    [ripristina, "INCASSATA", "VER_003"],
  ] as const)("%o in state %s: %s", async (variazione, stato, atteso) => {
    if (stato !== "NON_ESEGUITA") await setStato(stato);
    const esito = await patch([variazione]);
    expect(esito.ok ? "ok" : esito.errore.codice).toBe(atteso);
  });

  it("asked again changes nothing but the journal", async () => {
    await patch([annulla]);
    await patch([annulla]);
    expect((await attuale()).versione).toBe(2);
  });

  it("is made whole or not at all", async () => {
    await setStato("ESEGUITA");
    expect(await patch([{ campo: "ack", valore: true }, annulla])).toMatchObject({ ok: false });
    expect(await attuale()).toMatchObject({ ack: false, stato: "ESEGUITA" });
  });

  it("adds notes with date and author, up to fifty", async () => {
    const nota: Variazione = { campo: "nota", valore: { oggetto: "Telefonata", testo: "Paga domani" } };
    await patch([nota, { campo: "ack", valore: true }]);
    expect(await attuale()).toMatchObject({ ack: true, note: [{ oggetto: "Telefonata", testo: "Paga domani", autore: "gest-tributi" }] });
    expect(await patch(Array.from({ length: 50 }, () => nota))).toMatchObject({ ok: false, errore: { codice: "SINTASSI" } });
  });

  it.each([
    ["another application", { ...GESTIONALE, idA2A: "ALTRA" }, "APP_002"],
    ["who does not see the creditor", { ...GESTIONALE, domini: [] }, "NON_TROVATO"],
  ] as const)("is refused to %s", async (_chi, chiamante, codice) => {
    expect(await patch([annulla], chiamante)).toMatchObject({ ok: false, errore: { codice } });
  });

  it("of an unknown debt is refused", async () => {
    expect(await patch([annulla], GESTIONALE, "IGNOTA")).toMatchObject({ ok: false, errore: { codice: "NON_TROVATO" } });
  });

  it("loses no payment that arrives in between: the annulment is decided again and refused", async () => {
    const unitOfWork = withIntromissioni(s.unitOfWork, 1, () => setStato("ESEGUITA"));
    const esito = await updatePendenza({ ...s.porte, unitOfWork })({
      ...{ idA2A: APPLICAZIONE, idPendenza: "P1", variazioni: [annulla], chiamante: GESTIONALE, traccia: s.traccia },
    });
    expect(esito).toMatchObject({ ok: false, errore: { codice: "VER_009" } });
    expect(await attuale()).toMatchObject({ stato: "ESEGUITA" });
  });
});

describe("a debt paid elsewhere", () => {
  const pagata: Variazione = { campo: "pagataAltrove", valore: { data: "2026-11-20", importo: 10_050n, riferimento: "Quietanza 12" } };
  const altro = { ...GESTIONALE, principal: "gest-tributi-2" };
  const operatore = { ...GESTIONALE, tipo: "operatore", principal: "anna" } as const;
  const storia = async () => (await s.posizioni.getPosizione({ idDominio: COMUNE, iuv: (await attuale()).iuv })).storia;

  it("is no payment of pagoPA: it cannot be paid any more, and its history says how", async () => {
    expect(await patch([pagata])).toMatchObject({ ok: true });
    expect(await attuale()).toMatchObject({
      stato: "ANNULLATA",
      importoPagato: 0n,
      pagataAltrove: { importo: 10_050n, autore: "gest-tributi" },
    });
    expect((await storia()).map(({ evento }) => evento)).toContain("pagataAltrove");
    expect(findRifiutoPagamento(await attuale(), "2026-11-25")).toEqual({
      faultCode: "PAA_PAGAMENTO_DUPLICATO",
      description: "La pendenza risulta pagata altrove il 20/11/2026, riferimento Quietanza 12",
    });
    expect(posizioneVolutaDi(await attuale())).toBe("SOSPESA");
  });

  it("said again changes nothing; corrected, the history tells; annulled already, it says why", async () => {
    await patch([annulla]);
    await patch([pagata]);
    await patch([pagata]);
    expect((await attuale()).versione).toBe(3);
    await patch([{ ...pagata, valore: { ...pagata.valore, importo: 9_000n } }]);
    expect((await storia()).filter(({ evento }) => evento === "pagataAltrove")).toHaveLength(2);
  });

  it.each([
    ["who said it", GESTIONALE, "ok"],
    ["an operator", operatore, "ok"],
    ["somebody else", altro, "VER_003"],
  ] as const)("is taken back by %s: %s", async (_chi, chiamante, atteso) => {
    await patch([pagata]);
    const esito = await updatePendenzaOperatore(s.porte)({
      ...{ idA2A: APPLICAZIONE, idPendenza: "P1", variazioni: [ripristina], chiamante, traccia: s.traccia },
    });
    expect(esito.ok ? "ok" : esito.errore.codice).toBe(atteso);
    const { stato, pagataAltrove } = await attuale();
    expect([stato, pagataAltrove === undefined]).toEqual(atteso === "ok" ? ["NON_ESEGUITA", true] : ["ANNULLATA", false]);
  });

  it.each([
    ["tomorrow", { data: "2099-01-01" }, "NON_ESEGUITA", "SINTASSI"],
    ["of nothing", { importo: 0n }, "NON_ESEGUITA", "SINTASSI"],
    ["of a debt that pagoPA says paid", {}, "ESEGUITA", "VER_009"],
    ["of a debt half paid", {}, "ESEGUITA_PARZIALE", "VER_009"],
  ] as const)("%s is refused", async (_che, valore, stato, codice) => {
    if (stato !== "NON_ESEGUITA") await setStato(stato);
    expect(await patch([{ ...pagata, valore: { ...pagata.valore, ...valore } }])).toMatchObject({ ok: false, errore: { codice } });
    expect((await attuale()).pagataAltrove).toBeUndefined();
  });

  it("is not made payable by a load that is repeated every night", async () => {
    await patch([pagata]);
    const esito = await s.put("P1", nuova());
    expect(esito).toMatchObject({ ok: false, errore: { codice: "VER_003", dettaglio: expect.stringContaining("pagata altrove") } });
  });
});
