/** PUT of a debt type of a creditor: associates a common one, with the values that the creditor changes. */
import type { TipoPendenzaDominio } from "../../domain/anagrafiche/creditore.ts";
import { type Esito, ok } from "../../domain/esito.ts";
import { type Rifiuto, rifiuto } from "../../domain/rifiuto.ts";
import { findDifettoServizio } from "../../domain/servizi/mappatura.ts";
import { checkConfigurazioneTipo } from "./check-configurazione-tipo.ts";
import { hasDominio } from "./domini.ts";
import { type EsitoScrittura, type PorteScrittura, type Scrivente, saveVoce, writeOver } from "./save-voce.ts";

const isOggetto = (valore: unknown): valore is Readonly<Record<string, unknown>> => typeof valore === "object" && valore !== null;

/** App IO's key is written and never read back: a replacement that leaves it out keeps the stored one. */
const keepChiaveAppIO = (nuovo: TipoPendenzaDominio, esistente: TipoPendenzaDominio | undefined): TipoPendenzaDominio => {
  const avvisatura = nuovo.configurazione?.["avvisaturaAppIO"];
  const registrata = esistente?.configurazione?.["avvisaturaAppIO"];
  if (!isOggetto(avvisatura) || avvisatura["apiKey"] != null || !isOggetto(registrata) || registrata["apiKey"] == null) return nuovo;
  return { ...nuovo, configurazione: { ...nuovo.configurazione, avvisaturaAppIO: { ...avvisatura, apiKey: registrata["apiKey"] } } };
};

/** A mapping must be readable, of an application that exists, and the only one of the creditor for its service: a request finds one debt type. */
const checkServizio = async (
  { registro }: PorteScrittura,
  { idDominio, idTipoPendenza, servizioPagoPA: servizio }: TipoPendenzaDominio,
): Promise<Esito<void, Rifiuto<"NON_PROCESSABILE">>> => {
  if (!servizio) return ok(undefined);
  const difetto = findDifettoServizio(servizio);
  if (difetto !== undefined) return rifiuto("NON_PROCESSABILE", difetto);
  const { idA2A, idServizio, idSoggettoServizio } = servizio;
  if (!(await registro.get("applicazione", idA2A))) return rifiuto("NON_PROCESSABILE", `servizioPagoPA.idA2A: ${idA2A} non registrata`);
  const altro = (await registro.list("tipoPendenzaDominio", idDominio)).find(
    (tipo) =>
      tipo.idTipoPendenza !== idTipoPendenza &&
      tipo.servizioPagoPA?.idServizio === idServizio &&
      tipo.servizioPagoPA.idSoggettoServizio === idSoggettoServizio,
  );
  return altro
    ? rifiuto("NON_PROCESSABILE", `servizioPagoPA.idServizio: ${idServizio}/${idSoggettoServizio} è già del tipo ${altro.idTipoPendenza}`)
    : ok(undefined);
};

/** Refuses an unknown creditor (404), an unknown common type and a mapping that cannot be used (422). */
export const saveTipoPendenzaDominio =
  (porte: PorteScrittura) =>
  async (
    nuovo: TipoPendenzaDominio,
    { chiamante, ...scambio }: Scrivente,
  ): Promise<EsitoScrittura<"NON_TROVATO" | "TVR_000" | "NON_PROCESSABILE" | "SINTASSI">> => {
    const { idDominio, idTipoPendenza } = nuovo;
    const { registro } = porte;
    const configurazione = checkConfigurazioneTipo(nuovo.configurazione);
    if (!configurazione.ok) return configurazione;
    return saveVoce<"NON_TROVATO" | "TVR_000" | "NON_PROCESSABILE">(porte, scambio, async () => {
      if (!(await hasDominio(porte, idDominio, chiamante))) return rifiuto("NON_TROVATO", `dominio ${idDominio}`);
      if (!(await registro.get("tipoPendenza", idTipoPendenza)))
        return rifiuto("TVR_000", `idTipoPendenza: ${idTipoPendenza} non è tra i tipi pendenza comuni`);
      const servizio = await checkServizio(porte, nuovo);
      if (!servizio.ok) return servizio;
      const esistente = await registro.get("tipoPendenzaDominio", idTipoPendenza, idDominio);
      return ok({
        modifiche: [{ entita: "tipoPendenzaDominio", ...writeOver(esistente, keepChiaveAppIO(nuovo, esistente)) }],
        voce: `tipo pendenza ${idTipoPendenza} del dominio ${idDominio}`,
        campi: { idDominio },
      });
    });
  };
