/** Whatever the order, the repetitions and the accidents: when the queue is empty pagoPA says what we say. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { GUASTO, type Imprevisto } from "../../../tests/sostegno/archivio-gpd.ts";
import { type BancoGpd, buildPendenzaAllineata, createBancoGpd } from "../../../tests/sostegno/gpd.ts";
import { iupdDi } from "../../domain/gpd/allineamento.ts";
import { intentoDi, isComeVoluto } from "../../domain/gpd/posizione.ts";
import { importoDovuto } from "../../domain/pagamenti/pagabilita.ts";
import type { Pendenza } from "../../domain/pendenze/pendenza.ts";
import { statiPendenza } from "../../domain/pendenze/stati-pendenza.ts";
import { giornoDi } from "../../domain/valori/date.ts";
import type { ArchivioGpd } from "../../ports/archivio-gpd.ts";
import { alignPosizione } from "./align-posizione.ts";

const CHIAVE = { idDominio: buildPendenzaAllineata().idDominio, iuv: buildPendenzaAllineata().iuv };
const IUPD = iupdDi(CHIAVE);

type Azione =
  | { readonly tipo: "importo"; readonly centesimi: number }
  | { readonly tipo: "scadenza"; readonly giorno: string }
  | { readonly tipo: "annulla" | "ripristina" | "paga" | "standIn" }
  | { readonly tipo: "consegna"; readonly quante: number };

const azione: fc.Arbitrary<Azione> = fc.oneof(
  fc.record({ tipo: fc.constant("importo" as const), centesimi: fc.integer({ min: 1, max: 500 }) }),
  fc.record({ tipo: fc.constant("scadenza" as const), giorno: fc.constantFrom("2026-11-20", "2026-12-31", "2027-06-30") }),
  fc.record({ tipo: fc.constantFrom("annulla" as const, "ripristina" as const, "paga" as const, "standIn" as const) }),
  { weight: 4, arbitrary: fc.record({ tipo: fc.constant("consegna" as const), quante: fc.integer({ min: 1, max: 3 }) }) },
);
const imprevisto: fc.Arbitrary<Imprevisto | undefined> = fc.option(
  fc.record({ quando: fc.constantFrom("prima" as const, "dopo" as const), errore: fc.constant(GUASTO) }),
  { nil: undefined, freq: 3 },
);

const EVENTI = { annulla: "annulla", ripristina: "ripristina", paga: "paga" } as const;

/** The debt after an action, when its life cycle allows it. */
const apply = (pendenza: Pendenza, fatta: Azione): Pendenza | undefined => {
  switch (fatta.tipo) {
    case "importo": {
      const importo = BigInt(fatta.centesimi);
      return pendenza.stato === "NON_ESEGUITA"
        ? { ...pendenza, importo, voci: pendenza.voci.map((voce) => ({ ...voce, importo })) }
        : undefined;
    }
    case "scadenza":
      return pendenza.stato === "NON_ESEGUITA" ? { ...pendenza, dataScadenza: fatta.giorno } : undefined;
    case "annulla":
    case "ripristina":
    case "paga": {
      const dopo = statiPendenza.next(pendenza.stato, EVENTI[fatta.tipo]);
      return dopo.ok ? { ...pendenza, stato: dopo.valore } : undefined;
    }
    default:
      return undefined;
  }
};

/** A change by somebody, in competition with the consumers: reads and writes again until it passes. */
const change = async (banco: BancoGpd, fatta: Azione): Promise<void> => {
  for (;;) {
    const attuale = await banco.posizioni.getPendenza(CHIAVE);
    const dopo = attuale && apply(attuale, fatta);
    if (!dopo) return;
    if ((await banco.unitOfWork.commit([{ azione: "sostituisci", entita: "pendenza", valore: dopo }])).ok) return;
  }
};

/** Each call to pagoPA ends when the scheduler says. */
const slow = (archivio: ArchivioGpd, s: fc.Scheduler): ArchivioGpd => ({
  get: s.scheduleFunction(archivio.get),
  create: s.scheduleFunction(archivio.create),
  replace: s.scheduleFunction(archivio.replace),
  remove: s.scheduleFunction(archivio.remove),
  markPagata: s.scheduleFunction(archivio.markPagata),
  find: s.scheduleFunction(archivio.find),
});

/** pagoPA pays in stand-in what it can; the receipt arrives later. */
const payInStandIn = (banco: BancoGpd): boolean => {
  const remota = banco.remoto.posizioni.get(IUPD);
  if (remota?.stato !== "VALID") return false;
  banco.remoto.posizioni.set(IUPD, { ...remota, stato: "PAID" });
  return true;
};

describe("l'allineamento all'archivio di pagoPA", () => {
  it("finisce sempre uguale, comunque si intreccino cambiamenti, consegne e guasti", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.scheduler(),
        fc.array(fc.array(azione, { minLength: 1, maxLength: 4 }), { maxLength: 6 }),
        fc.array(imprevisto, { maxLength: 6 }),
        async (s, gruppi, guasti) => {
          const coda = [...guasti];
          const banco = await createBancoGpd("SINCRONA_ACA", () => coda.shift());
          const align = alignPosizione({ ...banco.porte, archivio: slow(banco.remoto.archivio, s) });
          await banco.store({ azione: "crea", entita: "pendenza", valore: buildPendenzaAllineata() });
          let incassata = false;
          const run = async (fatta: Azione): Promise<void> => {
            if (fatta.tipo === "standIn") incassata ||= payInStandIn(banco);
            else if (fatta.tipo === "consegna") await Promise.all(Array.from({ length: fatta.quante }, () => align(CHIAVE)));
            else await change(banco, fatta);
          };
          for (const gruppo of gruppi) {
            await s.waitFor(Promise.all(gruppo.map(run)));
            banco.clock.advance(20_000);
          }
          // The receipt of what was paid in stand-in, and what is still in the queue: as long as somebody has to come back.
          if (incassata) await change(banco, { tipo: "paga" });
          for (let giro = 0; giro < 20; giro++) {
            banco.clock.advance(61_000);
            if ((await s.waitFor(align(CHIAVE))).esito === "niente") break;
          }

          const { pendenza, allineamento } = await banco.allineamenti.get(CHIAVE);
          if (!pendenza) throw new Error("pendenza sparita");
          const intento = intentoDi(pendenza, "ACA", giornoDi(banco.clock.now()));
          const remota = banco.remoto.posizioni.get(IUPD);
          expect(allineamento?.stato).toBe("ALLINEATA");
          expect(remota === undefined ? intento !== "PUBBLICA" : isComeVoluto(remota.stato, intento)).toBe(true);
          if (intento === "PUBBLICA")
            expect(remota?.posizione).toMatchObject({ importo: importoDovuto(pendenza), scadenza: pendenza.dataScadenza });
        },
      ),
      { numRuns: 60 },
    );
  }, 60_000);
});
