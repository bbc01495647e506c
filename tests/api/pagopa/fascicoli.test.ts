/** Which receipts open a file on money to decide about: those that do not fit, once, in the same transaction that registers them. */
import { beforeEach, describe, expect, it } from "vitest";
import { ArchivioFascicoli } from "../../../shared/adapters/archivio/fascicoli.ts";
import { fromElemento } from "../../../shared/adapters/archivio/mappa.ts";
import { mappaFascicolo } from "../../../shared/adapters/archivio/mappe-fascicolo.ts";
import type { Fascicolo } from "../../../shared/domain/fascicoli/fascicolo.ts";
import { COMUNE } from "../../sostegno/anagrafica.ts";
import { IUV } from "./debito.ts";
import { createSportello, ID, type Sportello } from "./sportello.ts";

let sportello: Sportello;
beforeEach(async () => {
  sportello = await createSportello();
});
const fascicoli = (): readonly Fascicolo[] =>
  sportello.impianto.deposito
    .all("archivio")
    .filter(({ sk }) => sk.startsWith("FASCICOLO#"))
    .map((elemento) => fromElemento(mappaFascicolo, elemento));

type Ricevuta = NonNullable<Parameters<Sportello["deliver"]>[0]>;

describe("una ricevuta apre un fascicolo", () => {
  it.each<[string, Ricevuta, Partial<Fascicolo>]>([
    ["di più", { importo: "13.00" }, { motivo: "IMPORTO_ECCEDENTE", importo: 1300n, importoDovuto: 1250n }],
    ["di meno", { importo: "12.49" }, { motivo: "IMPORTO_INFERIORE", importo: 1249n, importoDovuto: 1250n }],
    ["divisa male", { transfers: [{ id: 2, importo: "12.50" }] }, { motivo: "VERSAMENTI_DIVERSI", importo: 1250n, importoDovuto: 1250n }],
  ])("%s del dovuto", async (_caso, ricevuta, atteso) => {
    await sportello.load();
    await sportello.register(ricevuta);
    expect(fascicoli()).toMatchObject([
      { ...atteso, stato: "APERTO", iuv: IUV, iur: ID, origine: "RICEVUTA", idPendenza: expect.any(String) },
    ]);
  });

  it("per la seconda volta: uno per pagamento, anche se il Nodo la ripete", async () => {
    await sportello.load();
    await sportello.register();
    expect(fascicoli()).toEqual([]);
    for (const receiptId of ["seconda", "seconda", "terza"]) await sportello.register({ receiptId });
    expect(fascicoli()).toMatchObject(
      ["seconda", "terza"].map((iur) => ({ motivo: "PAGAMENTO_DUPLICATO", iur, importo: 1250n, importoDovuto: 0n })),
    );
    const trovato = await new ArchivioFascicoli(sportello.impianto.deposito).getConPosizione({ idDominio: COMUNE, id: `${IUV}.R.seconda` });
    expect(trovato).toMatchObject({ fascicolo: { iur: "seconda" }, posizione: { ricevute: { length: 3 } } });
  });

  it("di una pendenza annullata", async () => {
    await sportello.load({ stato: "ANNULLATA" });
    await sportello.register();
    expect(fascicoli()).toMatchObject([{ motivo: "PAGATA_DOPO_ANNULLAMENTO", importoDovuto: 0n }]);
  });

  it("di un avviso sconosciuto", async () => {
    await sportello.register();
    expect(fascicoli()).toMatchObject([{ motivo: "PENDENZA_SCONOSCIUTA", importoDovuto: 0n }]);
    expect(fascicoli()[0]).not.toHaveProperty("idPendenza");
  });

  it.each<[string, Ricevuta]>([
    ["che torna", {}],
    ["con esito KO", { outcome: "KO" }],
  ])("mai quella %s", async (_caso, ricevuta) => {
    await sportello.load();
    await sportello.register(ricevuta);
    expect(fascicoli()).toEqual([]);
  });

  it("mai quella di un avviso di un altro intermediario", async () => {
    await sportello.register({ noticeNumber: "347000000000000199", creditorReferenceId: "47000000000000199" });
    expect(fascicoli()).toEqual([]);
  });

  it("nella stessa transazione: se non si scrive la ricevuta non c'è nemmeno il fascicolo, e poi ce n'è uno solo", async () => {
    const { impianto } = sportello;
    await sportello.load();
    await sportello.register();
    await sportello.deliver({ receiptId: "seconda" });
    impianto.richieste.length = 0;
    await impianto.drain();
    expect(impianto.richieste.filter((richiesta) => richiesta.startsWith("commit"))).toHaveLength(1);
    expect(fascicoli()).toHaveLength(1);
  });
});
