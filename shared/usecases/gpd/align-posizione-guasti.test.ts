/** The alignment when pagoPA answers badly, when two consumers meet and when one stops half-way. */
import { describe, expect, it } from "vitest";
import { CHIAVE, cambia, carica, imprevisti, remoto, stato } from "../../../tests/sostegno/allineamento.ts";
import { GUASTO, type Imprevisto } from "../../../tests/sostegno/archivio-gpd.ts";
import { createBancoGpd } from "../../../tests/sostegno/gpd.ts";
import { alignPosizione } from "./align-posizione.ts";

describe("quando pagoPA non risponde bene", () => {
  it.each<[string, Imprevisto["errore"]]>([
    ["nessuna risposta", GUASTO],
    ["503", { causa: "guasto", status: 503, dettaglio: "pagoPA ha risposto 503" }],
    ["429", { causa: "troppe-richieste", status: 429, dettaglio: "pagoPA ha risposto 429" }],
    ["401", { causa: "non-autorizzata", status: 401, dettaglio: "pagoPA ha risposto 401" }],
  ])("%s: si riprova più tardi, e la pendenza non ne porta segno", async (_caso, errore) => {
    const banco = await createBancoGpd("SINCRONA_ACA", imprevisti({ quando: "prima", errore }));
    await carica(banco);
    const align = alignPosizione(banco.porte);
    expect(await align(CHIAVE)).toEqual({ esito: "riprova", secondi: 5 });
    expect(await stato(banco)).toMatchObject({ stato: "IN_ATTESA", tentativi: 1, inviata: 0, dettaglio: errore.dettaglio });
    expect((await banco.allineamenti.get(CHIAVE)).pendenza?.segnalazioni).toEqual([]);
    expect(await align(CHIAVE)).toEqual({ esito: "allineata" });
    const concluso = await stato(banco);
    expect(concluso).toMatchObject({ stato: "ALLINEATA", tentativi: 0 });
    expect(concluso).not.toHaveProperty("dettaglio");
  });

  it("si aspetta almeno quanto chiede, mai più di quanto la coda può trattenere", async () => {
    const errore = (attesaSecondi: number) => ({ causa: "troppe-richieste", status: 429, dettaglio: "piano", attesaSecondi }) as const;
    const banco = await createBancoGpd(
      "SINCRONA_ACA",
      imprevisti({ quando: "prima", errore: errore(90) }, { quando: "prima", errore: errore(999_999) }),
    );
    await carica(banco);
    const align = alignPosizione(banco.porte);
    expect(await align(CHIAVE)).toEqual({ esito: "riprova", secondi: 90 });
    expect(await align(CHIAVE)).toEqual({ esito: "riprova", secondi: 43_200 });
  });

  it("mai per sempre: dopo dodici tentativi serve una persona", async () => {
    const banco = await createBancoGpd("SINCRONA_ACA", () => ({ quando: "prima", errore: GUASTO }));
    await carica(banco);
    const align = alignPosizione(banco.porte);
    const esiti: string[] = [];
    for (let i = 0; i < 12; i++) esiti.push((await align(CHIAVE)).esito);
    expect(esiti).toEqual([...Array.from({ length: 11 }, () => "riprova"), "rifiutata"]);
    expect((await align(CHIAVE)).esito).toBe("niente");
  });

  it("un cambiamento nuovo ha i suoi dodici tentativi, e quelli prima di lui non ne consumano", async () => {
    const banco = await createBancoGpd("SINCRONA_ACA", () => ({ quando: "prima", errore: GUASTO }));
    await carica(banco);
    const align = alignPosizione(banco.porte);
    for (let i = 0; i < 11; i++) await align(CHIAVE);
    expect(await stato(banco)).toMatchObject({ stato: "IN_ATTESA", tentativi: 11 });
    for (let i = 1; i <= 15; i++) await cambia(banco, { causale: `rettifica ${i}` });
    const messaggi = banco.messaggi().map(({ corpo }) => corpo as { idDominio: string; iuv: string; richiesta: number });
    banco.remoto.chiamate.length = 0;
    const esiti = [];
    for (const messaggio of messaggi) esiti.push((await align(messaggio)).esito);
    expect(esiti).toEqual([...messaggi.slice(1).map(() => "niente"), "riprova"]);
    expect(banco.remoto.chiamate).toHaveLength(1);
    expect(await stato(banco)).toMatchObject({ stato: "IN_ATTESA", tentativi: 1 });
  });

  it("un rifiuto non si ripete", async () => {
    const errore = { causa: "rifiutata", status: 400, dettaglio: "pagoPA ha risposto 400 fiscalCode" } as const;
    const banco = await createBancoGpd("SINCRONA_ACA", imprevisti({ quando: "prima", errore }));
    await carica(banco);
    const align = alignPosizione(banco.porte);
    expect(await align(CHIAVE)).toEqual({ esito: "rifiutata" });
    expect(await align(CHIAVE)).toEqual({ esito: "niente" });
    expect(banco.remoto.chiamate).toEqual(["create"]);
  });

  it("inserita, ma la risposta si è persa: il 409 che segue non inganna", async () => {
    const banco = await createBancoGpd("SINCRONA_ACA", imprevisti({ quando: "dopo", errore: GUASTO }));
    await carica(banco);
    const align = alignPosizione(banco.porte);
    expect((await align(CHIAVE)).esito).toBe("riprova");
    expect(await align(CHIAVE)).toEqual({ esito: "allineata" });
    expect(banco.remoto.chiamate).toEqual(["create", "create", "get", "publish"]);
  });

  it("nessun connettore verso l'archivio: lo si legge sulla pendenza", async () => {
    const banco = await createBancoGpd();
    await carica(banco);
    const { anagrafiche } = banco;
    const senza = {
      getCreditore: (id: string) => anagrafiche.getCreditore(id),
      getEntrata: (id: string) => anagrafiche.getEntrata(id),
      getStazione: (id: string) => anagrafiche.getStazione(id),
      getIntermediario: async () => undefined,
    };
    expect(await alignPosizione({ ...banco.porte, anagrafiche: senza })(CHIAVE)).toEqual({ esito: "rifiutata" });
    const { pendenza } = await banco.allineamenti.get(CHIAVE);
    expect(pendenza?.segnalazioni).toMatchObject([{ dettaglio: "ACA: l'intermediario non ha un connettore abilitato verso ACA" }]);
    expect(banco.remoto.chiamate).toEqual([]);
  });
});

describe("due consumatori, e chi si ferma a metà", () => {
  it("chi trova una prenotazione aspetta il suo turno", async () => {
    const banco = await createBancoGpd();
    await carica(banco);
    const align = alignPosizione(banco.porte);
    const esiti = await Promise.all([align(CHIAVE), align(CHIAVE), align(CHIAVE)]);
    expect(esiti.map(({ esito }) => esito).sort()).toEqual(["allineata", "riprova", "riprova"]);
    expect(banco.remoto.chiamate).toEqual(["create"]);
  });

  it("dietro a chi si è fermato a metà si aspetta sempre di più: la coda concede venti consegne", async () => {
    const banco = await createBancoGpd();
    await carica(banco);
    const caduto = { ...banco.remoto.archivio, create: () => Promise.reject(new Error("spento")) };
    await expect(alignPosizione({ ...banco.porte, archivio: caduto })(CHIAVE)).rejects.toThrow("spento");
    const align = alignPosizione(banco.porte);
    const attese: number[] = [];
    for (let esito = await align(CHIAVE); esito.esito === "riprova"; esito = await align(CHIAVE)) {
      attese.push(esito.secondi);
      banco.clock.advance(esito.secondi * 1000);
    }
    expect(attese).toEqual([5, 5, 10, 20, 20]);
    expect(remoto(banco)?.stato).toBe("VALID");
  });

  it.each([1, 2, 3, 4])("fermato alla richiesta %i verso l'archivio: il messaggio riconsegnato finisce il lavoro", async (fatale) => {
    const banco = await createBancoGpd();
    await carica(banco);
    let viste = 0;
    banco.observe(({ tabella }) => {
      if (tabella === "archivio" && ++viste === fatale) throw new Error("spento");
    });
    const align = alignPosizione(banco.porte);
    await expect(align(CHIAVE)).rejects.toThrow("spento");
    banco.observe(() => {});
    banco.clock.advance(540_000);
    expect(await align(CHIAVE)).toEqual({ esito: "allineata" });
    expect(remoto(banco)?.stato).toBe("VALID");
    expect(await align(CHIAVE)).toEqual({ esito: "niente" });
  });

  it("chi torna dopo che la prenotazione è scaduta e ripresa non scrive il proprio esito", async () => {
    const lento: { riprendi: () => void } = { riprendi: () => {} };
    const banco = await createBancoGpd();
    await carica(banco);
    const fermo = new Promise<void>((resolve) => {
      lento.riprendi = resolve;
    });
    const primo = alignPosizione({
      ...banco.porte,
      archivio: {
        ...banco.remoto.archivio,
        create: async (...argomenti) => {
          const esito = await banco.remoto.archivio.create(...argomenti);
          await fermo;
          return esito;
        },
      },
    })(CHIAVE);
    await expect.poll(() => banco.remoto.chiamate.length).toBe(1);
    banco.clock.advance(61_000);
    expect(await alignPosizione(banco.porte)(CHIAVE)).toEqual({ esito: "allineata" });
    lento.riprendi();
    expect((await primo).esito).toBe("riprova");
    expect(await stato(banco)).toMatchObject({ stato: "ALLINEATA", presente: true });
  });
});
