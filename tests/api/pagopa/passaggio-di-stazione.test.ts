/** A creditor moves from a station to another of the same intermediary: for days the Node knows both, and what is in flight to the old one arrives. */
import { beforeEach, describe, expect, it } from "vitest";
import type { Dominio } from "../../../shared/domain/anagrafiche/creditore.ts";
import { COMUNE, INTERMEDIARIO, STAZIONE } from "../../sostegno/anagrafica.ts";
import type { Impianto } from "./impianto.ts";
import { attivazioneV1, attivazioneV2, busta, consegnaV1, consegnaV2, qrCode, receipt, testata, verifica } from "./messaggi.ts";
import { createSportello, type Sportello } from "./sportello.ts";

const NUOVA = `${INTERMEDIARIO}_02`;
const TERZA = `${INTERMEDIARIO}_03`;

let sportello: Sportello;
let impianto: Impianto;
/** Changes the creditor, and lets the memory of the registry forget it. */
const move = async (campi: Partial<Dominio>): Promise<void> => {
  const creditore = await impianto.anagrafiche.getCreditore(COMUNE);
  if (!creditore) throw new Error("creditore di prova assente");
  await impianto.write({ azione: "sostituisci", entita: "dominio", valore: { ...creditore.dominio, ...campi } });
  impianto.clock.advance(61_000);
};

const da = (stazione: string) => testata(COMUNE, INTERMEDIARIO, stazione);
const verify = (stazione: string) => impianto.call(busta(verifica(da(stazione) + qrCode(COMUNE))));
const activate = (stazione: string, versione = 2) =>
  impianto.call(busta((versione === 1 ? attivazioneV1 : attivazioneV2)(da(stazione) + qrCode(COMUNE))));
const deliver = (stazione: string, versione = 2) =>
  impianto.call(busta((versione === 1 ? consegnaV1 : consegnaV2)(da(stazione) + receipt({ fiscalCode: COMUNE }, versione === 2))));

beforeEach(async () => {
  sportello = await createSportello();
  impianto = sportello.impianto;
  for (const [idStazione, versioneStazione] of [
    [NUOVA, "V1"],
    [TERZA, "V2"],
  ] as const)
    await impianto.write({
      azione: "crea",
      entita: "stazione",
      valore: { versione: 0, idStazione, idIntermediario: INTERMEDIARIO, versioneStazione, abilitato: true },
    });
  await sportello.load();
});

describe("a creditor on two stations", () => {
  beforeEach(() => move({ stazione: NUOVA, altreStazioni: [STAZIONE] }));

  it.each([
    ["the station left", STAZIONE, "OK", undefined],
    ["the new station", NUOVA, "OK", undefined],
    ["a station of ours that is not its", TERZA, "KO", "PAA_STAZIONE_INT_ERRATA"],
  ])("is verified and activated on %s", async (_caso, stazione, outcome, faultCode) => {
    expect(await verify(stazione)).toMatchObject({ outcome, faultCode });
    expect(await activate(stazione)).toMatchObject({ outcome, faultCode });
  });

  it("is paid where the activation began, each with the version of its station, and the attempt says which", async () => {
    expect(await activate(NUOVA, 1)).toMatchObject({ outcome: "OK" });
    expect((await sportello.posizione()).tentativi).toMatchObject([{ idStazione: NUOVA, tipoRpt: "ctPaymentPA" }]);
    expect(await deliver(NUOVA, 1)).toMatchObject({ outcome: "OK" });
    await impianto.drain();
    expect((await sportello.posizione()).pendenza).toMatchObject({ stato: "ESEGUITA" });
  });

  it("does not answer on a station that was switched off, but takes its receipts", async () => {
    const vecchia = await impianto.anagrafiche.getStazione(STAZIONE);
    if (!vecchia) throw new Error("stazione di prova assente");
    await impianto.write({ azione: "sostituisci", entita: "stazione", valore: { ...vecchia, abilitato: false } });
    impianto.clock.advance(61_000);
    expect(await verify(STAZIONE)).toMatchObject({ faultCode: "PAA_STAZIONE_INT_ERRATA" });
    expect(await verify(NUOVA)).toMatchObject({ outcome: "OK" });
    expect(await deliver(STAZIONE)).toMatchObject({ outcome: "OK" });
  });
});

describe("a payment in flight while the creditor moves", () => {
  it.each([
    ["both stations are still its", { stazione: NUOVA, altreStazioni: [STAZIONE] }],
    ["the old one is no longer its", { stazione: NUOVA }],
  ])("is registered from the old station when %s", async (_caso, campi) => {
    expect(await activate(STAZIONE)).toMatchObject({ outcome: "OK" });
    await move(campi);
    expect(await deliver(STAZIONE)).toMatchObject({ outcome: "OK" });
    await impianto.drain();
    const { pendenza, tentativi } = await sportello.posizione();
    expect([pendenza?.stato, tentativi.length, pendenza?.segnalazioni]).toEqual(["ESEGUITA", 1, []]);
  });

  it("delivered to both stations is registered once", async () => {
    expect(await activate(STAZIONE)).toMatchObject({ outcome: "OK" });
    await move({ stazione: NUOVA, altreStazioni: [STAZIONE] });
    expect([(await deliver(STAZIONE)).outcome, (await deliver(NUOVA)).outcome]).toEqual(["OK", "OK"]);
    await impianto.drain();
    const { pendenza, ricevute } = await sportello.posizione();
    expect([pendenza?.stato, pendenza?.importoPagato, ricevute.length]).toEqual(["ESEGUITA", 1250n, 1]);
  });
});
