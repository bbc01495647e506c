/**
 * What of a fact a reader may see: who it is about, who worked on it and what people wrote stay with the creditor. Pure, and by what is allowed rather than by
 * what is forbidden: a detail that nobody thought of is not shown.
 */
import type { VoceStoria } from "../pendenze/pendenza.ts";
import { DETTAGLI_VISTI, isPer, type TipoFatto } from "./catalogo-fatti.ts";
import type { Fatto, Lettore, NomeDettaglio } from "./fatto.ts";

type Campi = VoceStoria["campi"];

/** Readers that are not of the creditor: they see that a person acted, not which. */
const ESTERNI: readonly Lettore[] = ["assistenza", "cittadino"];
const AUTORI_IMPERSONALI: readonly string[] = ["pagoPA", "sistema"];
const AUTORE_OSCURATO = "ente";

/** Fields that are numbers, days and states of the product: the others may hold anything, and of them the helpdesk sees the name. */
const CAMPI_VISTI =
  /^(stato|importo|importoPagato|importoIncassato|data(Scadenza|Validita|Pagamento|NotificaAvviso)|voci\.\d+\.(stato|importo|incassata))$/;

const isVisto = (nome: string, lettore: Lettore): boolean =>
  Object.hasOwn(DETTAGLI_VISTI, nome) ? DETTAGLI_VISTI[nome as NomeDettaglio].includes(lettore) : false;

const isScalare = (valore: unknown): boolean => valore === undefined || ["string", "number", "boolean"].includes(typeof valore);

const hideCampi = (campi: Campi): Campi =>
  Object.fromEntries(
    Object.entries(campi).map(([nome, valori]) => [
      nome,
      CAMPI_VISTI.test(nome) && isScalare(valori.prima) && isScalare(valori.dopo) ? valori : {},
    ]),
  );

const autoreVisto = (autore: string, lettore: Lettore): string => {
  if (!ESTERNI.includes(lettore) || AUTORI_IMPERSONALI.includes(autore)) return autore;
  return AUTORE_OSCURATO;
};

/** Undefined when it is not for that reader. A citizen is told what happened, not which fields it took. */
export function hideFatto(fatto: Fatto<TipoFatto>, lettore: Lettore): Fatto<TipoFatto> | undefined {
  if (!isPer(fatto.tipo, lettore)) return undefined;
  const { id, data, tipo, autore, dettagli, evento, campi } = fatto;
  return {
    ...{ id, data, tipo, autore: autoreVisto(autore, lettore) },
    dettagli: Object.fromEntries(Object.entries(dettagli).filter(([nome]) => isVisto(nome, lettore))),
    ...(lettore !== "cittadino" && {
      ...(evento !== undefined && { evento }),
      ...(campi !== undefined && { campi: lettore === "assistenza" ? hideCampi(campi) : campi }),
    }),
  };
}
