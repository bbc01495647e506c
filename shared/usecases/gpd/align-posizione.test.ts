import { describe, expect, it } from "vitest";
import { CHIAVE, cambia, carica, IUPD, remoto, stato } from "../../../tests/sostegno/allineamento.ts";
import { type BancoGpd, buildPendenzaAllineata, createBancoGpd } from "../../../tests/sostegno/gpd.ts";
import { STATI_REMOTI, type StatoRemoto } from "../../domain/gpd/posizione.ts";
import type { Pendenza } from "../../domain/pendenze/pendenza.ts";
import { alignPosizione } from "./align-posizione.ts";

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
