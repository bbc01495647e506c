/** What a movement pays, decided to the cent: which revision of which flow, or which collected amounts of a payment code (reference 5.5). */
import { type Esito, ok } from "../esito.ts";
import type { Flusso } from "../rendicontazioni/flusso.ts";
import type { Riscossione } from "../ricevute/ricevuta.ts";
import { type Rifiuto, rifiuto } from "../rifiuto.ts";
import { formatImportoItaliano, sumImporti } from "../valori/importo.ts";
import type { CodiceErroreRiconciliazione } from "./stati-riconciliazione.ts";

export type RifiutoRiconciliazione = Rifiuto<CodiceErroreRiconciliazione>;

export interface MovimentoDaAbbinare {
  readonly importo: bigint;
  readonly sct: string;
}

const diversi = (movimento: MovimentoDaAbbinare, attesi: readonly bigint[]): string =>
  `movimento di ${formatImportoItaliano(movimento.importo)} euro, atteso ${attesi.map(formatImportoItaliano).join(" o ")}`;

/** Of each PSP that used this flow id, the revision in force; `riconciliato` also when it was an older revision that the money explained. */
const inVigore = (revisioni: readonly Flusso[]): { readonly flusso: Flusso; readonly riconciliato: string | undefined }[] => {
  const perPsp = new Map<string, Flusso[]>();
  for (const flusso of revisioni) perPsp.set(flusso.idPsp, [...(perPsp.get(flusso.idPsp) ?? []), flusso]);
  return [...perPsp.values()].flatMap((sue) => {
    const flusso =
      sue.filter((f) => !f.obsoleto).sort((a, b) => b.revisione - a.revisione)[0] ?? sue.toSorted((a, b) => b.revisione - a.revisione)[0];
    return flusso ? [{ flusso, riconciliato: sue.find((f) => f.idRiconciliazione !== undefined)?.idRiconciliazione }] : [];
  });
};

/**
 * The flow that a movement pays among those with its id (all PSPs and revisions). Two PSPs may use the same id: the amount decides, then the
 * transfer's id.
 * @param idRiconciliazione of the movement: a flow that it has already taken is still its own.
 */
export function chooseFlusso(
  movimento: MovimentoDaAbbinare,
  revisioni: readonly Flusso[],
  idRiconciliazione: string,
): Esito<Flusso, RifiutoRiconciliazione> {
  const tutti = inVigore(revisioni);
  if (tutti.length === 0) return rifiuto("021405");
  const liberi = tutti
    .filter(({ riconciliato }) => riconciliato === undefined || riconciliato === idRiconciliazione)
    .map(({ flusso }) => flusso);
  if (liberi.length === 0) return rifiuto("021413", `riconciliato da ${tutti[0]?.riconciliato ?? ""}`);
  const completi = liberi.filter(({ stato }) => stato !== "IN_ACQUISIZIONE");
  if (completi.length === 0) return rifiuto("021405", "l'acquisizione del flusso è in corso: ripetere la richiesta più tardi");
  const buoni = completi.filter(({ stato }) => stato === "ACQUISITO");
  if (buoni.length === 0)
    return rifiuto("021404", completi.flatMap(({ segnalazioni }) => segnalazioni.map(({ codice }) => codice)).join(", "));
  const esatti = buoni.filter(({ importoTotale }) => importoTotale === movimento.importo);
  const stessoTrn = esatti.filter(({ trn }) => trn.toUpperCase() === movimento.sct.toUpperCase());
  const scelti = esatti.length > 1 && stessoTrn.length > 0 ? stessoTrn : esatti;
  const [scelto] = scelti;
  if (!scelto)
    return rifiuto(
      "021407",
      diversi(
        movimento,
        buoni.map(({ importoTotale }) => importoTotale),
      ),
    );
  if (scelti.length > 1)
    return rifiuto("021403", `lo stesso flusso è stato inviato dai PSP ${scelti.map(({ idPsp }) => idPsp).join(", ")}`);
  return ok(scelto);
}

/**
 * The collected amounts that a single transfer pays: one of them, or all those of one payment when the PSP credited it as a whole. Revenue
 * stamps never reach the creditor.
 */
export function chooseRiscossioni(
  movimento: MovimentoDaAbbinare,
  riscossioni: readonly Riscossione[],
): Esito<readonly Riscossione[], RifiutoRiconciliazione> {
  const entrate = riscossioni.filter(({ tipo }) => tipo !== "MBT");
  if (entrate.length === 0) return rifiuto("021402");
  const libere = entrate.filter(({ stato }) => stato === "RISCOSSA");
  if (libere.length === 0) return rifiuto("021406", `incassata da ${entrate[0]?.idRiconciliazione ?? ""}`);
  const pagamenti = [...new Set(libere.map(({ iur }) => iur))].map((iur) => libere.filter((r) => r.iur === iur));
  const ipotesi = [...libere.map((r) => [r]), ...pagamenti.filter((gruppo) => gruppo.length > 1)];
  const esatte = ipotesi.filter((gruppo) => sumImporti(gruppo.map(({ importo }) => importo)) === movimento.importo);
  const [scelta] = esatte;
  if (!scelta)
    return rifiuto("021407", diversi(movimento, [...new Set(ipotesi.map((gruppo) => sumImporti(gruppo.map(({ importo }) => importo))))]));
  if (esatte.length > 1) return rifiuto("021403", `${esatte.length} riscossioni di ${formatImportoItaliano(movimento.importo)} euro`);
  return ok(scelta);
}
