/** From the writes of the debts to the queue: who announces what, and at what price. */
import { describe, expect, it } from "vitest";
import { APPLICAZIONE, COMUNE } from "../../../tests/sostegno/anagrafica.ts";
import { type BancoGpd, createBancoGpd } from "../../../tests/sostegno/gpd.ts";
import { GESTIONALE, nuova } from "../../../tests/sostegno/pendenze.ts";
import { ArchivioProgressivi } from "../../adapters/archivio/progressivi.ts";
import type { ModalitaPagoPA } from "../../domain/gpd/archivi.ts";
import type { NuovaPendenza } from "../../domain/pendenze/nuova-pendenza.ts";
import type { Variazione } from "../../domain/pendenze/variazioni.ts";
import { savePendenza } from "../pendenze/save-pendenza.ts";
import { updatePendenza } from "../pendenze/update-pendenza.ts";
import { alignPosizione } from "./align-posizione.ts";

const ID = "TARI-2026-7";

const apri = async (modalita: ModalitaPagoPA) => {
  const banco = await createBancoGpd(modalita);
  const porte = { ...banco, progressivi: new ArchivioProgressivi(banco.deposito) };
  const [save, update, align] = [savePendenza(porte), updatePendenza(porte), alignPosizione(banco.porte)];
  const { traccia } = banco;
  return {
    ...banco,
    put: (pendenza: NuovaPendenza) =>
      save({ idA2A: APPLICAZIONE, idPendenza: ID, nuova: pendenza, tipo: "dovuto", chiamante: GESTIONALE, traccia }),
    patch: (variazioni: readonly Variazione[]) =>
      update({ idA2A: APPLICAZIONE, idPendenza: ID, variazioni, chiamante: GESTIONALE, traccia }),
    /** Delivers what is in the outbox, all of it again each time. */
    deliver: async () => {
      for (const { corpo } of banco.messaggi()) {
        const { idDominio, iuv } = corpo as { idDominio: string; iuv: string };
        await align({ idDominio, iuv });
      }
    },
  };
};

const richieste = (banco: BancoGpd): readonly number[] => banco.messaggi().map(({ corpo }) => (corpo as { richiesta: number }).richiesta);
const pubblicate = (banco: BancoGpd) => [...banco.remoto.posizioni.values()].map(({ stato, posizione }) => [stato, posizione.importo]);
const annulla: Variazione = { campo: "stato", valore: "ANNULLATA" };

describe("il PUT di una pendenza", () => {
  it.each<[ModalitaPagoPA, number]>([
    ["SINCRONA", 0],
    ["SINCRONA_ACA", 1],
    ["GPD", 1],
  ])("%s: una lettura, una transazione, %i messaggi", async (modalita, messaggi) => {
    const banco = await apri(modalita);
    await banco.put(nuova());
    banco.richieste.length = 0;
    expect((await banco.put(nuova({ causale: "TARI 2026, rettificata" }))).ok).toBe(true);
    expect(banco.richieste.filter((richiesta) => richiesta.endsWith(":archivio"))).toEqual(["query:archivio", "commit:archivio"]);
    expect(banco.messaggi()).toHaveLength(messaggi * 2);
  });

  it("ripetuto com'è non annuncia nulla", async () => {
    const banco = await apri("SINCRONA_ACA");
    await banco.put(nuova());
    await banco.put(nuova());
    expect(richieste(banco)).toEqual([1]);
  });

  it("il tipo decide al posto dell'ente", async () => {
    const banco = await apri("SINCRONA_ACA");
    const tipo = await banco.registro.get("tipoPendenzaDominio", "TARI", COMUNE);
    if (!tipo) throw new Error("tipo di prova assente");
    await banco.store({ azione: "sostituisci", entita: "tipoPendenzaDominio", valore: { ...tipo, modalitaPagoPA: "SINCRONA" } });
    await banco.put(nuova());
    expect(banco.messaggi()).toEqual([]);
  });

  it("una volta seguita resta seguita, qualunque cosa decida poi l'ente", async () => {
    const banco = await apri("SINCRONA_ACA");
    await banco.put(nuova());
    const dominio = await banco.registro.get("dominio", COMUNE);
    if (!dominio) throw new Error("ente di prova assente");
    await banco.store({ azione: "sostituisci", entita: "dominio", valore: { ...dominio, modalitaPagoPA: "SINCRONA" } });
    banco.clock.advance(61_000);
    await banco.put(nuova({ causale: "TARI 2026, rettificata" }));
    expect(richieste(banco)).toEqual([1, 2]);
  });

  it("chi comincia ad alimentare dopo annuncia al primo cambiamento", async () => {
    const banco = await apri("SINCRONA");
    await banco.put(nuova());
    const dominio = await banco.registro.get("dominio", COMUNE);
    if (!dominio) throw new Error("ente di prova assente");
    await banco.store({ azione: "sostituisci", entita: "dominio", valore: { ...dominio, modalitaPagoPA: "SINCRONA_ACA" } });
    banco.clock.advance(61_000);
    await banco.put(nuova({ causale: "TARI 2026, rettificata" }));
    expect(richieste(banco)).toEqual([2]);
  });
});

describe("dal gestionale a pagoPA", () => {
  it("importo, annullamento e ripristino arrivano, con una posizione sola", async () => {
    const banco = await apri("SINCRONA_ACA");
    await banco.put(nuova());
    await banco.deliver();
    expect(pubblicate(banco)).toEqual([["VALID", 10_050n]]);
    await banco.put(nuova({ voci: nuova().voci.map((voce) => ({ ...voce, importo: 7_000n })) }));
    await banco.deliver();
    expect(pubblicate(banco)).toEqual([["VALID", 7_000n]]);
    expect((await banco.patch([annulla])).ok).toBe(true);
    await banco.deliver();
    expect(pubblicate(banco)).toEqual([["DRAFT", 7_000n]]);
    await banco.put(nuova());
    await banco.deliver();
    expect(pubblicate(banco)).toEqual([["VALID", 10_050n]]);
    expect(richieste(banco)).toEqual([1, 2, 3, 4]);
  });

  it("un annullamento e il suo ripristino arrivati insieme non lasciano traccia: conta com'è adesso", async () => {
    const banco = await apri("SINCRONA_ACA");
    await banco.put(nuova());
    await banco.deliver();
    banco.remoto.chiamate.length = 0;
    await banco.patch([annulla]);
    await banco.put(nuova());
    await banco.deliver();
    expect(banco.remoto.chiamate).toEqual(["publish"]);
    expect(pubblicate(banco)).toEqual([["VALID", 10_050n]]);
  });
});
