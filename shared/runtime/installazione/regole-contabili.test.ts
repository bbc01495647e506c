/** What creditors wrote about their books travels with the registry: reading profiles, layouts, settings of the matching, routing rules. */
import { describe, expect, it } from "vitest";
import impostazioni from "../../../events/riconciliazione/saveImpostazioni/tolleranza.json" with { type: "json" };
import instradamento from "../../../events/riconciliazione/saveInstradamento/regole.json" with { type: "json" };
import profilo from "../../../events/riconciliazione/saveProfiloLettura/nuovo.json" with { type: "json" };
import tracciato from "../../../events/riconciliazione/saveTracciatoContabile/nuovo.json" with { type: "json" };
import { COMUNE, UNIONE } from "../../../tests/sostegno/anagrafica.ts";
import { createInstallazione, type Documento, diverse, INSTALLATORE } from "../../../tests/sostegno/installazione.ts";
import { createMemoria } from "../../../tests/sostegno/memoria.ts";

const createMacchina = async () => createInstallazione(await createMemoria());

const regoleDi = (idDominio: string) => ({
  impostazioniRiscontri: [{ idDominio, ...impostazioni.body }],
  instradamenti: [{ idDominio, ...instradamento.body }],
});

/** The registry of the tests with the rules of one creditor. */
const withRegole = (documento: Documento): Documento => ({
  ...documento,
  domini: (documento["domini"] as { idDominio: string }[]).map((dominio) =>
    dominio.idDominio === COMUNE
      ? {
          ...dominio,
          profiliLettura: [{ nome: "banca-del-comune", ...profilo.body }],
          tracciatiContabili: [{ nome: "ragioneria", ...tracciato.body }],
        }
      : dominio,
  ),
  ...regoleDi(COMUNE),
});

describe("the rules of a creditor's books", () => {
  it("imported, exported, imported elsewhere and exported again are the same; again they change nothing", async () => {
    const prima = await createMacchina();
    const { importazione, voci } = await prima.import(withRegole(await prima.export()));
    expect(importazione).toMatchObject({ stato: "CONCLUSA", scritte: 4, rifiutate: 0 });
    expect(diverse(voci).map(({ sezione, azione, esito }) => `${sezione} ${azione} ${esito}`)).toEqual([
      "profiloLettura AGGIUNTA SCRITTA",
      "tracciatoContabile AGGIUNTA SCRITTA",
      "impostazioniRiscontri AGGIUNTA SCRITTA",
      "instradamento AGGIUNTA SCRITTA",
    ]);
    const esportato = await prima.export();
    expect(esportato).toMatchObject(regoleDi(COMUNE));
    const altrove = await createMacchina();
    expect((await altrove.import(esportato)).importazione).toMatchObject({ scritte: 4, rifiutate: 0 });
    expect(await altrove.export()).toEqual(esportato);
    expect(diverse((await altrove.import(esportato, { simulazione: true })).voci)).toEqual([]);
  });

  it("of one creditor are in its document and in no other's", async () => {
    const macchina = await createMacchina();
    await macchina.import(withRegole(await macchina.export()));
    const [suo, altrui] = [await macchina.export(COMUNE), await macchina.export(UNIONE)];
    expect(suo).toMatchObject({ ...regoleDi(COMUNE), domini: [{ profiliLettura: [{}], tracciatiContabili: [{}] }] });
    expect(Object.keys(altrui)).not.toEqual(expect.arrayContaining(["impostazioniRiscontri"]));
    expect(JSON.stringify(altrui)).not.toContain("banca-del-comune");
  });

  it.each(["impostazioniRiscontri", "instradamenti"] as const)(
    "%s of another creditor do not enter with the document of one",
    async (parte) => {
      const macchina = await createMacchina();
      const documento = { ...(await macchina.export(COMUNE)), [parte]: regoleDi(UNIONE)[parte] };
      expect(await macchina.send(documento, false)).toMatchObject({
        ok: false,
        errore: { codice: "SINTASSI", dettaglio: `${parte}[${UNIONE}]: il documento è del solo dominio ${COMUNE}` },
      });
    },
  );

  it("a refund by one person only needs, here too, the right on the creditor", async () => {
    const macchina = await createMacchina();
    const acl = INSTALLATORE.acl.map((voce) => ({
      ...voce,
      autorizzazioni: voce.servizio === "Anagrafica Creditore" ? (["R"] as const) : voce.autorizzazioni,
    }));
    const documento = { schema: "fiorino/anagrafica", versione: 1, ...regoleDi(COMUNE) };
    const esito = await macchina.send(documento, false, { ...INSTALLATORE, autodeterminazione: false, acl });
    expect(esito).toMatchObject({ ok: false, errore: { codice: "NON_AUTORIZZATO" } });
  });

  it.each([
    ["tolleranza", { impostazioniRiscontri: [{ idDominio: COMUNE, ...impostazioni.body, tolleranza: 11 }] }, /10 euro/],
    [
      "codici",
      { instradamenti: [{ idDominio: COMUNE, codaPredefinita: "A", regole: [{ nome: "x", quando: { codici: ["NIENTE"] }, coda: "A" }] }] },
      /NIENTE/,
    ],
  ])("a wrong %s refuses the document", async (_campo, parti, atteso) => {
    const esito = await (await createMacchina()).send({ schema: "fiorino/anagrafica", versione: 1, ...parti }, false);
    expect(esito).toMatchObject({ ok: false, errore: { codice: "SINTASSI", dettaglio: expect.stringMatching(atteso) } });
  });
});
