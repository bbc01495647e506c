import { describe, expect, it } from "vitest";
import { COMUNE } from "../../../tests/sostegno/anagrafica.ts";
import { GUASTO, type Imprevisto } from "../../../tests/sostegno/archivio-gpd.ts";
import { type BancoGpd, buildPendenzaAllineata, createBancoGpd } from "../../../tests/sostegno/gpd.ts";
import type { ModalitaPagoPA } from "../../domain/gpd/archivi.ts";
import type { Pendenza } from "../../domain/pendenze/pendenza.ts";
import { alignPosizione } from "./align-posizione.ts";
import { verifyArchivio } from "./verify-archivio.ts";

const NOTTE = "2026-11-26T01:00:00.000Z";

const debito = (numero: number, altro: Partial<Pendenza> = {}): Pendenza => {
  const iuv = `01${String(numero).padStart(15, "0")}`;
  return buildPendenzaAllineata("ACA", { iuv, numeroAvviso: `3${iuv}`, idPendenza: `P-${numero}`, ...altro });
};

const apri = async (
  quante: number,
  modalita: ModalitaPagoPA = "SINCRONA_ACA",
  prossimo?: (operazione: string) => Imprevisto | undefined,
) => {
  const banco = await createBancoGpd(modalita, prossimo);
  const align = alignPosizione(banco.porte);
  for (let i = 1; i <= quante; i++) {
    const pendenza = debito(i);
    await banco.store({ azione: "crea", entita: "pendenza", valore: pendenza });
    await align(pendenza);
  }
  banco.clock.set(NOTTE);
  const verify = verifyArchivio({ ...banco.porte, registro: banco.registro });
  return {
    ...banco,
    align,
    run: () => verify({ inizio: banco.clock.now() }),
    /** Sends what the comparison has queued. */
    deliver: async (): Promise<void> => {
      for (const { corpo } of banco.messaggi()) await align(corpo as { idDominio: string; iuv: string });
    },
    verifica: async () => {
      const verifica = await banco.allineamenti.getVerifica(COMUNE, "ACA", "2026-11-26");
      if (!verifica) throw new Error("verifica assente");
      return verifica;
    },
  };
};

const senzaCambiare = (banco: Pick<BancoGpd, "remoto">, numero: number, altro: object): void => {
  const iupd = `${COMUNE}-${debito(numero).iuv}`;
  const nota = banco.remoto.posizioni.get(iupd);
  if (!nota) throw new Error("posizione di prova assente");
  banco.remoto.posizioni.set(iupd, { ...nota, ...altro });
};

/** A hand in pagoPA's own Backoffice: fields of the position, and of its transfers. */
const riscrivi = (banco: Pick<BancoGpd, "remoto">, numero: number, campi: object, delTrasferimento: object = {}): void => {
  const posizione = banco.remoto.posizioni.get(`${COMUNE}-${debito(numero).iuv}`)?.posizione;
  const trasferimenti = posizione?.trasferimenti.map((trasferimento) => ({ ...trasferimento, ...delTrasferimento }));
  senzaCambiare(banco, numero, { posizione: { ...posizione, trasferimenti, ...campi } });
};

describe("il confronto notturno con l'archivio di pagoPA", () => {
  it("due archivi uguali: nulla da dire, e una sola volta per notte", async () => {
    const banco = await apri(60);
    expect(await banco.run()).toMatchObject({
      archivi: 1,
      conclusi: 1,
      rimandati: 0,
      remote: 60,
      locali: 60,
      differenze: 0,
      daGuardare: 0,
    });
    expect(await banco.verifica()).toMatchObject({ fase: "CONCLUSA", fine: NOTTE, cifre: { uguali: 60 }, differenze: [] });
    banco.remoto.chiamate.length = 0;
    expect(await banco.run()).toMatchObject({ archivi: 0 });
    expect(banco.remoto.chiamate).toEqual([]);
  });

  it("chi non alimenta nulla non chiama nessuno", async () => {
    const banco = await apri(0, "SINCRONA");
    expect(await banco.run()).toMatchObject({ archivi: 0 });
    expect(banco.remoto.chiamate).toEqual([]);
  });

  it.each<[string, string, (banco: BancoGpd) => void]>([
    ["importo diverso", "DATI_DIVERSI", (b) => riscrivi(b, 1, { importo: 1n })],
    ["scadenza diversa", "DATI_DIVERSI", (b) => riscrivi(b, 1, { scadenza: "2027-01-01" })],
    ["causale diversa", "DATI_DIVERSI", (b) => riscrivi(b, 1, { causale: "Altro" })],
    ["beneficiario diverso", "DATI_DIVERSI", (b) => riscrivi(b, 1, {}, { idDominio: "99999999990" })],
    ["conto diverso", "DATI_DIVERSI", (b) => riscrivi(b, 1, {}, { accredito: { tipo: "conto", iban: "IT00X" } })],
    ["tassonomia diversa", "DATI_DIVERSI", (b) => riscrivi(b, 1, {}, { categoria: "9/0000000XX/" })],
    ["sospesa di là", "STATO_DIVERSO", (b) => senzaCambiare(b, 1, { stato: "DRAFT" })],
    ["invalidata a mano", "STATO_DIVERSO", (b) => senzaCambiare(b, 1, { stato: "INVALID" })],
    ["tolta a mano", "SOLO_QUI", (b) => b.remoto.posizioni.delete(`${COMUNE}-${debito(1).iuv}`)],
  ])("%s: si ripara passando dalla coda", async (_caso, tipo, guasta) => {
    const banco = await apri(3);
    guasta(banco);
    expect(await banco.run()).toMatchObject({ conclusi: 1, differenze: 1, riparate: 1 });
    expect((await banco.verifica()).differenze).toMatchObject([{ tipo, iupd: `${COMUNE}-${debito(1).iuv}`, riparata: true }]);
    await banco.deliver();
    const riparata = banco.remoto.posizioni.get(`${COMUNE}-${debito(1).iuv}`);
    expect(riparata).toMatchObject({ stato: "VALID", posizione: { importo: 10_050n, scadenza: "2026-12-31" } });
    expect((await banco.allineamenti.get(debito(1))).allineamento?.stato).toBe("ALLINEATA");
  });

  it("pagata su pagoPA e non qui: si segnala, non si tocca", async () => {
    const banco = await apri(2);
    senzaCambiare(banco, 1, { stato: "PAID" });
    expect(await banco.run()).toMatchObject({ differenze: 1 });
    expect((await banco.verifica()).cifre).toMatchObject({ PAGATA_SU_PAGOPA: 1, uguali: 1 });
    await banco.deliver();
    const { pendenza, allineamento } = await banco.allineamenti.get(debito(1));
    expect(allineamento?.stato).toBe("DIFFORME");
    expect(pendenza?.segnalazioni).toMatchObject([{ codice: "ARCHIVIO_PAGOPA_DIFFORME" }]);
    expect(banco.remoto.posizioni.get(`${COMUNE}-${debito(1).iuv}`)?.stato).toBe("PAID");
  });

  it("in uno stato che il contratto non nomina: si segnala, e non le si manda nulla", async () => {
    const banco = await apri(2);
    senzaCambiare(banco, 1, { stato: "SCONOSCIUTO" });
    const mandati = banco.messaggi().length;
    expect(await banco.run()).toMatchObject({ conclusi: 1, differenze: 1, riparate: 0 });
    expect((await banco.verifica()).differenze).toMatchObject([{ tipo: "STATO_DIVERSO", riparata: false }]);
    expect(banco.messaggi()).toHaveLength(mandati);
  });

  it("solo su pagoPA: mai toccata, perché può essere di un altro programma", async () => {
    const banco = await apri(1);
    const [nota] = banco.remoto.posizioni.values();
    if (!nota) throw new Error("posizione di prova assente");
    const estranea = { ...nota.posizione, iupd: "ALTRO-1", iuv: "02000000000000299", numeroAvviso: "302000000000000299" };
    banco.remoto.posizioni.set("ALTRO-1", { posizione: estranea, stato: "VALID" });
    banco.remoto.posizioni.set("ALTRO-2", { posizione: { ...estranea, iupd: "ALTRO-2" }, stato: "REPORTED" });
    expect(await banco.run()).toMatchObject({ differenze: 1, riparate: 0 });
    expect((await banco.verifica()).differenze).toMatchObject([{ tipo: "SOLO_PAGOPA", iupd: "ALTRO-1", riparata: false }]);
    expect(banco.remoto.posizioni.get("ALTRO-1")?.stato).toBe("VALID");
  });

  it("le pendenze caricate prima di cominciare ad alimentare si annunciano", async () => {
    const banco = await apri(0);
    const { allineamento: _allineamento, ...vecchia } = debito(1);
    await banco.store({ azione: "crea", entita: "pendenza", valore: vecchia });
    expect(await banco.run()).toMatchObject({ differenze: 1, riparate: 1 });
    await banco.deliver();
    expect(banco.remoto.posizioni.get(`${COMUNE}-${vecchia.iuv}`)?.stato).toBe("VALID");
  });

  it("l'ente smette di alimentare: quelle già seguite si confrontano finché restano da pagare", async () => {
    const banco = await apri(2);
    await banco.run();
    const dominio = await banco.registro.get("dominio", COMUNE);
    if (!dominio) throw new Error("dominio di prova assente");
    await banco.store({ azione: "sostituisci", entita: "dominio", valore: { ...dominio, modalitaPagoPA: "SINCRONA" } });
    banco.clock.advance(86_400_000);
    banco.remoto.posizioni.delete(`${COMUNE}-${debito(1).iuv}`);
    expect(await banco.run()).toMatchObject({ archivi: 1, differenze: 1, riparate: 1 });
    await banco.deliver();
    expect(banco.remoto.posizioni.get(`${COMUNE}-${debito(1).iuv}`)?.stato).toBe("VALID");
  });

  it("un messaggio perso prima del primo invio si rimanda", async () => {
    const banco = await apri(0);
    await banco.store({ azione: "crea", entita: "pendenza", valore: debito(1) });
    expect(await banco.run()).toMatchObject({ differenze: 1, riparate: 1 });
    expect((await banco.verifica()).differenze).toMatchObject([{ tipo: "SOLO_QUI", dettaglio: "mai inviata" }]);
  });

  it("ciò che si sta inviando adesso non è una differenza; dopo un giorno sì", async () => {
    const banco = await apri(1);
    const { allineamento } = await banco.allineamenti.get(debito(1));
    if (!allineamento) throw new Error("allineamento di prova assente");
    const inAttesa = { ...allineamento, stato: "IN_ATTESA", data: NOTTE } as const;
    await banco.store({ azione: "sostituisci", entita: "allineamento", valore: inAttesa });
    banco.remoto.posizioni.clear();
    expect(await banco.run()).toMatchObject({ conclusi: 1, differenze: 0 });
    banco.clock.set("2026-11-27T02:00:00.000Z");
    expect(await banco.run()).toMatchObject({ conclusi: 1, differenze: 1, riparate: 1 });
  });
});

describe("a tappe", () => {
  it("il tempo finisce: l'esecuzione dopo riprende dalla pagina, e non conta nulla due volte", async () => {
    const banco = await apri(120);
    let pagine = 0;
    const lento = verifyArchivio({
      ...banco.porte,
      registro: banco.registro,
      archivio: {
        ...banco.remoto.archivio,
        find: (...argomenti) => {
          if (++pagine % 2 === 0) banco.clock.advance(241_000);
          return banco.remoto.archivio.find(...argomenti);
        },
      },
    });
    expect(await lento({ inizio: banco.clock.now() })).toMatchObject({ conclusi: 0, rimandati: 1, remote: 100 });
    expect(await lento({ inizio: banco.clock.now() })).toMatchObject({ conclusi: 1, rimandati: 0, remote: 20, locali: 120, differenze: 0 });
    expect((await banco.verifica()).cifre).toMatchObject({ remote: 120, uguali: 120, locali: 120 });
  });

  it("pagoPA chiede di rallentare: ci si ferma lì, e si dice perché", async () => {
    const coda: (Imprevisto | undefined)[] = [{ quando: "prima", errore: { ...GUASTO, dettaglio: "pagoPA ha risposto 429" } }];
    const banco = await apri(0, "SINCRONA_ACA", () => coda.shift());
    expect(await banco.run()).toMatchObject({ archivi: 1, conclusi: 0, rimandati: 1, interrotti: 1 });
    expect(await banco.verifica()).toMatchObject({ fase: "REMOTA", pagina: 0, dettaglio: "interrotta: pagoPA ha risposto 429" });
    banco.clock.advance(1_000);
    expect(await banco.run()).toMatchObject({ conclusi: 1 });
    expect(await banco.verifica()).not.toHaveProperty("dettaglio");
  });

  it("due esecuzioni insieme: una lavora, l'altra passa oltre", async () => {
    const banco = await apri(60);
    const cifre = await Promise.all([banco.run(), banco.run()]);
    expect(cifre.reduce((somma, { remote }) => somma + remote, 0)).toBe(60);
    expect((await banco.verifica()).cifre).toMatchObject({ remote: 60, locali: 60 });
  });

  it.each([1, 3, 5, 7, 9])("fermata alla richiesta %i: la ripresa finisce il lavoro", async (fatale) => {
    const banco = await apri(60);
    senzaCambiare(banco, 7, { stato: "DRAFT" });
    let viste = 0;
    banco.observe(({ tabella }) => {
      if (tabella === "archivio" && ++viste === fatale) throw new Error("spento");
    });
    await expect(banco.run()).rejects.toThrow("spento");
    banco.observe(() => {});
    banco.clock.advance(400_000);
    expect((await banco.run()).conclusi).toBe(1);
    expect((await banco.verifica()).cifre).toMatchObject({ remote: 60, locali: 60 });
    await banco.deliver();
    expect([...banco.remoto.posizioni.values()].every(({ stato }) => stato === "VALID")).toBe(true);
  });
});

describe("il prezzo", () => {
  it("una pagina di cinquanta posizioni uguali costa una lettura a lotti e due scritture", async () => {
    const banco = await apri(50);
    banco.richieste.length = 0;
    await banco.run();
    const perTipo = banco.richieste.filter((richiesta) => richiesta.endsWith(":archivio"));
    expect(perTipo).toEqual([
      "get:archivio", // GPD, and both archives of the other creditor: whether something was still followed last night
      "get:archivio",
      "commit:archivio",
      "putMany:archivio",
      "getMany:archivio",
      "commit:archivio",
      "query:archivio",
      "query:archivio",
      "query:archivio",
      "commit:archivio",
      "get:archivio",
      "get:archivio",
    ]);
  });
});
