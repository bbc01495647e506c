/** Sheets of money that does not exist: said across each of them, and only on them. */
import { describe, expect, it } from "vitest";
import { COMUNE } from "../../../tests/sostegno/anagrafica.ts";
import { buildPendenza, buildRicevuta } from "../../../tests/sostegno/esempi.ts";
import { createMemoria } from "../../../tests/sostegno/memoria.ts";
import type { Pendenza } from "../../domain/pendenze/pendenza.ts";
import { describeAvvisi } from "../../usecases/pendenze/describe-avvisi.ts";
import { describeRicevuta } from "../../usecases/ricevute/describe-ricevuta.ts";
import { createStampaAvvisoPdf } from "./stampa-avviso-pdf.ts";
import { createStampaRicevutaPdf } from "./stampa-ricevuta-pdf.ts";

const creditoreDi = async () => {
  const creditore = await (await createMemoria()).anagrafiche.getCreditore(COMUNE);
  if (!creditore) throw new Error("manca il creditore");
  return creditore;
};
const prova = { prova: true } as const;
const rata = (n: number, altro: Partial<Pendenza>) =>
  buildPendenza({ ...altro, iuv: `0100000000000013${n}`, documento: { identificativo: "D", descrizione: "TARI", rata: n } });

/** The stamp rotates the page: nothing else does. */
const timbri = (pdf: Uint8Array): number =>
  Buffer.from(pdf)
    .toString("latin1")
    .match(/0\.57\d* -?0\.81\d* |0\.57\d* 0\.81\d* /g)?.length ?? 0;
const pagine = (pdf: Uint8Array): number =>
  Buffer.from(pdf)
    .toString("latin1")
    .match(/\/Type \/Page\b(?!s)/g)?.length ?? 0;

describe("a notice of prova", () => {
  it("has no code that a reader takes for real, and says what it is to who hears it", async () => {
    const creditore = await creditoreDi();
    const [avviso] = describeAvvisi([buildPendenza(prova)], creditore);
    expect(avviso).toMatchObject({ prova: true, oggetto: "PROVA, NON PAGABILE - TARI 2026", pagamenti: [{ qr: "PROVA - NON PAGABILE" }] });
    expect(avviso?.pagamenti[0]?.bollettino).toBeUndefined();
    const [vero] = describeAvvisi([buildPendenza()], creditore);
    expect(vero?.pagamenti[0]?.qr).toMatch(/^PAGOPA\|002\|/);
  });

  it("is stamped on every sheet, and leaves the notices beside it alone", async () => {
    const creditore = await creditoreDi();
    const stampa = createStampaAvvisoPdf({ compress: false });
    const [lungo] = describeAvvisi(
      Array.from({ length: 9 }, (_, n) => rata(n + 1, prova)),
      creditore,
    );
    const [vero] = describeAvvisi([buildPendenza()], creditore);
    if (!lungo || !vero) throw new Error("mancano gli avvisi");
    const pdf = await stampa.render(lungo);
    expect(pagine(pdf)).toBeGreaterThan(1);
    expect(timbri(pdf)).toBe(pagine(pdf));
    expect(timbri(await stampa.render(vero))).toBe(0);
    const parti: Uint8Array[] = [];
    const tutti = async function* () {
      yield* [vero, lungo, vero];
    };
    for await (const parte of stampa.renderUniti(tutti(), vero.dataStampa)) parti.push(parte);
    expect(timbri(Buffer.concat(parti))).toBe(pagine(pdf));
  });
});

it("a receipt of prova is stamped, and says that it is worth nothing", async () => {
  const creditore = await creditoreDi();
  const stampa = createStampaRicevutaPdf({ compress: false });
  const descritta = describeRicevuta(buildRicevuta({ ...prova, provenienza: "PROVA" }), buildPendenza(prova), creditore);
  expect(descritta).toMatchObject({ prova: true, causale: "PROVA, SENZA VALORE - TARI 2026" });
  expect(timbri(await stampa.render(descritta))).toBe(1);
  expect(timbri(await stampa.render(describeRicevuta(buildRicevuta(), buildPendenza(), creditore)))).toBe(0);
});
