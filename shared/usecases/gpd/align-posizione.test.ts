import { describe, expect, it } from "vitest";
import { GUASTO, type Imprevisto } from "../../../tests/sostegno/archivio-gpd.ts";
import { type BancoGpd, buildPendenzaAllineata, createBancoGpd } from "../../../tests/sostegno/gpd.ts";
import { iupdDi } from "../../domain/gpd/allineamento.ts";
import { STATI_REMOTI, type StatoRemoto } from "../../domain/gpd/posizione.ts";
import type { Pendenza } from "../../domain/pendenze/pendenza.ts";
import { alignPosizione } from "./align-posizione.ts";

const CHIAVE = { idDominio: buildPendenzaAllineata().idDominio, iuv: buildPendenzaAllineata().iuv };
const IUPD = iupdDi(CHIAVE);

const carica = (banco: BancoGpd, altro: Partial<Pendenza> = {}): Promise<void> =>
  banco.store({ azione: "crea", entita: "pendenza", valore: buildPendenzaAllineata("ACA", altro) });

const cambia = async (banco: BancoGpd, altro: Partial<Pendenza>): Promise<void> => {
  const attuale = await banco.posizioni.getPendenza(CHIAVE);
  if (!attuale) throw new Error("pendenza di prova assente");
  await banco.store({ azione: "sostituisci", entita: "pendenza", valore: { ...attuale, ...altro } });
};

const stato = async (banco: BancoGpd) => (await banco.allineamenti.get(CHIAVE)).allineamento;
const remoto = (banco: BancoGpd) => banco.remoto.posizioni.get(IUPD);

/** Answers to the coming calls, in order; then all goes well. */
const imprevisti = (...elenco: readonly (Imprevisto | undefined)[]) => {
  const coda = [...elenco];
  return () => coda.shift();
};

describe("il percorso di una pendenza verso l'archivio di pagoPA", () => {
  it("un messaggio accompagna ogni cambiamento che conta, nella sua stessa transazione", async () => {
    const banco = await createBancoGpd();
    await carica(banco);
    await cambia(banco, { causale: "rettificata" });
    await cambia(banco, { ack: true });
    expect(banco.messaggi()).toEqual([
      { coda: "gpd", corpo: { ...CHIAVE, richiesta: 1 } },
      { coda: "gpd", corpo: { ...CHIAVE, richiesta: 2 } },
    ]);
  });

  it("nascita, rettifica, annullamento, ripristino, pagamento", async () => {
    const banco = await createBancoGpd();
    const align = alignPosizione(banco.porte);
    await carica(banco);
    expect(await align(CHIAVE)).toEqual({ esito: "allineata" });
    expect(remoto(banco)).toMatchObject({ stato: "VALID", posizione: { importo: 10_050n, scadenza: "2026-12-31", scade: true } });

    await cambia(banco, { dataScadenza: "2027-01-31" });
    await align(CHIAVE);
    expect(remoto(banco)).toMatchObject({ stato: "VALID", posizione: { scadenza: "2027-01-31" } });

    await cambia(banco, { stato: "ANNULLATA" });
    await align(CHIAVE);
    expect(remoto(banco)?.stato).toBe("DRAFT");

    await cambia(banco, { stato: "NON_ESEGUITA" });
    await align(CHIAVE);
    expect(remoto(banco)?.stato).toBe("VALID");

    await cambia(banco, { stato: "ESEGUITA", dataPagamento: "2026-11-25T10:00:00.000Z" });
    await align(CHIAVE);
    expect(remoto(banco)?.stato).toBe("PAID");
    expect(await stato(banco)).toMatchObject({ stato: "ALLINEATA", presente: true, iupd: IUPD, tentativi: 0 });
    expect(banco.remoto.chiamate).toEqual(["create", "publish", "get", "suspend", "publish", "get", "markPagata"]);
  });

  it("un doppione, o un messaggio superato, non dice più nulla a pagoPA", async () => {
    const banco = await createBancoGpd();
    const align = alignPosizione(banco.porte);
    await carica(banco);
    await cambia(banco, { causale: "rettificata" });
    await align(CHIAVE);
    banco.remoto.chiamate.length = 0;
    expect(await align(CHIAVE)).toEqual({ esito: "niente" });
    expect(await align(CHIAVE)).toEqual({ esito: "niente" });
    expect(banco.remoto.chiamate).toEqual([]);
  });

  it("costa una lettura, la prenotazione, e una lettura con la chiusura", async () => {
    const banco = await createBancoGpd();
    await carica(banco);
    await alignPosizione(banco.porte)(CHIAVE);
    await cambia(banco, { causale: "rettificata" });
    banco.richieste.length = 0;
    await alignPosizione(banco.porte)(CHIAVE);
    expect(banco.richieste.filter((richiesta) => richiesta.endsWith(":archivio"))).toEqual([
      "getMany:archivio",
      "commit:archivio",
      "getMany:archivio",
      "commit:archivio",
    ]);
  });

  it("una pendenza mai seguita non c'entra", async () => {
    const banco = await createBancoGpd("SINCRONA");
    const { allineamento: _allineamento, ...sincrona } = buildPendenzaAllineata();
    await banco.store({ azione: "crea", entita: "pendenza", valore: sincrona });
    expect(banco.messaggi()).toEqual([]);
    expect(await alignPosizione(banco.porte)(CHIAVE)).toEqual({ esito: "niente" });
  });

  it("annullata prima che pagoPA l'abbia mai vista: non la si inserisce", async () => {
    const banco = await createBancoGpd();
    await carica(banco, { stato: "ANNULLATA" });
    await alignPosizione(banco.porte)(CHIAVE);
    expect(banco.remoto.chiamate).toEqual(["get"]);
    expect(await stato(banco)).toMatchObject({ stato: "ALLINEATA", presente: false });
  });

  it("oltre la scadenza si toglie: il contratto non ammette date passate", async () => {
    const banco = await createBancoGpd();
    const align = alignPosizione(banco.porte);
    await carica(banco);
    await align(CHIAVE);
    await cambia(banco, { dataScadenza: "2026-11-24" });
    expect(await align(CHIAVE)).toEqual({ esito: "allineata" });
    expect(remoto(banco)).toBeUndefined();
    await cambia(banco, { dataScadenza: "2027-02-28" });
    await align(CHIAVE);
    expect(remoto(banco)?.stato).toBe("VALID");
  });
});

describe("ciò che si trova dall'altra parte", () => {
  const conRemoto = async (trovato: StatoRemoto, altro: Partial<Pendenza>): Promise<BancoGpd> => {
    const banco = await createBancoGpd();
    await carica(banco);
    await alignPosizione(banco.porte)(CHIAVE);
    const posizione = remoto(banco);
    if (!posizione) throw new Error("posizione di prova assente");
    banco.remoto.posizioni.set(IUPD, { ...posizione, stato: trovato });
    await cambia(banco, altro);
    return banco;
  };

  it.each<[StatoRemoto, string]>([
    ["DRAFT", "allineata"],
    ["PUBLISHED", "allineata"],
    ["VALID", "allineata"],
    ["INVALID", "allineata"],
    ["EXPIRED", "allineata"],
    ["PARTIALLY_PAID", "difforme"],
    ["PAID", "difforme"],
    ["REPORTED", "difforme"],
  ])("da pagare, e di là %s: %s", async (trovato, esito) => {
    const banco = await conRemoto(trovato, { causale: "rettificata" });
    expect(await alignPosizione(banco.porte)(CHIAVE)).toEqual({ esito });
    if (esito === "allineata") expect(remoto(banco)?.stato).toBe("VALID");
  });

  it.each(STATI_REMOTI)("pagata qui, e di là %s: nessuno può più pagarla", async (trovato) => {
    const banco = await conRemoto(trovato, { stato: "ESEGUITA" });
    expect(await alignPosizione(banco.porte)(CHIAVE)).toEqual({ esito: "allineata" });
    expect(["VALID", "PUBLISHED"]).not.toContain(remoto(banco)?.stato);
  });

  it("sparita: si inserisce di nuovo, con lo stesso nome", async () => {
    const banco = await conRemoto("VALID", { causale: "rettificata" });
    banco.remoto.posizioni.clear();
    expect(await alignPosizione(banco.porte)(CHIAVE)).toEqual({ esito: "allineata" });
    expect(remoto(banco)?.posizione.causale).toBe("rettificata");
  });

  it("il numero avviso in una posizione con un altro nome: rifiutata, con la segnalazione sulla pendenza", async () => {
    const banco = await createBancoGpd();
    await carica(banco);
    await alignPosizione(banco.porte)(CHIAVE);
    const posizione = remoto(banco)?.posizione;
    if (!posizione) throw new Error("posizione di prova assente");
    banco.remoto.posizioni.clear();
    banco.remoto.posizioni.set("altro-programma", { posizione: { ...posizione, iupd: "altro-programma" }, stato: "VALID" });
    await cambia(banco, { causale: "rettificata" });
    expect(await alignPosizione(banco.porte)(CHIAVE)).toEqual({ esito: "rifiutata" });
    const { pendenza, allineamento } = await banco.allineamenti.get(CHIAVE);
    expect(allineamento).toMatchObject({ stato: "RIFIUTATA", status: 409 });
    expect(pendenza?.segnalazioni).toMatchObject([{ codice: "ARCHIVIO_PAGOPA_RIFIUTATA", dettaglio: "ACA: pagoPA ha risposto 409" }]);
    expect(
      (
        await banco.allineamenti.find(
          { domini: [CHIAVE.idDominio], ordine: "asc", tipiPendenza: "*" },
          { limite: 10, salta: 0, totale: false },
        )
      ).elementi,
    ).toHaveLength(1);

    banco.remoto.posizioni.clear();
    await cambia(banco, { causale: "di nuovo" });
    await alignPosizione(banco.porte)(CHIAVE);
    const dopo = await banco.allineamenti.get(CHIAVE);
    expect(dopo.pendenza?.segnalazioni).toEqual([]);
    expect(dopo.allineamento?.stato).toBe("ALLINEATA");
  });

  it("pagata di là: quando arriva la ricevuta le due parti tornano d'accordo", async () => {
    const banco = await conRemoto("PAID", { causale: "rettificata" });
    await alignPosizione(banco.porte)(CHIAVE);
    expect((await banco.allineamenti.get(CHIAVE)).pendenza?.segnalazioni).toMatchObject([{ codice: "ARCHIVIO_PAGOPA_DIFFORME" }]);
    await cambia(banco, { stato: "ESEGUITA" });
    expect(await alignPosizione(banco.porte)(CHIAVE)).toEqual({ esito: "allineata" });
    expect((await banco.allineamenti.get(CHIAVE)).pendenza?.segnalazioni).toEqual([]);
  });
});

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
