/**
 * The dialogue with an archive of pagoPA about one debt: from what we believe is there to what must be there. What we believe may be wrong (a call that died
 * half way, a hand in pagoPA's own Backoffice), so a 404 or a 409 is looked into once, repaired, and only then told to a person.
 */
import type { Esito } from "../../domain/esito.ts";
import { type Intento, isComeVoluto, isPagataRemota, type PosizioneDebitoria, type PosizioneRemota } from "../../domain/gpd/posizione.ts";
import type { ArchivioGpd, ErroreGpd, PuntoGpd } from "../../ports/archivio-gpd.ts";

export type EsitoInvio =
  | { readonly esito: "fatto"; readonly presente: boolean }
  /** pagoPA has collected it already. */
  | { readonly esito: "pagata" }
  | { readonly esito: "errore"; readonly errore: ErroreGpd; readonly presente: boolean };

interface Base {
  readonly punto: PuntoGpd;
  readonly iupd: string;
  readonly numeroAvviso: string;
  readonly presente: boolean;
  /** Instant of the payment, for CHIUDI. */
  readonly dataPagamento: string;
}

interface ConPosizione extends Base {
  readonly intento: Extract<Intento, "PUBBLICA" | "SOSPENDI">;
  readonly posizione: PosizioneDebitoria;
}

/** Only what is written in the archive needs the whole position. */
export type Invio = ConPosizione | (Base & { readonly intento: Exclude<Intento, ConPosizione["intento"]> });

const fatto = (presente: boolean): EsitoInvio => ({ esito: "fatto", presente });
const errore = (motivo: ErroreGpd, presente: boolean): EsitoInvio => ({ esito: "errore", errore: motivo, presente });
const conclude = (esito: Esito<void, ErroreGpd>, presente: boolean): EsitoInvio =>
  esito.ok ? fatto(presente) : errore(esito.errore, presente);

export const sendPosizione = (archivio: ArchivioGpd) => {
  /** Whoever answers 409 is asked what it has; INVALID is terminal there, hence taken away and inserted again under the same name. */
  const repair = async (invio: ConPosizione, conflitto: ErroreGpd, remota: PosizioneRemota): Promise<EsitoInvio> => {
    const { punto, posizione } = invio;
    if (isPagataRemota(remota.stato)) return { esito: "pagata" };
    if (remota.stato !== "INVALID") return errore(conflitto, true);
    const tolta = await archivio.remove(punto, posizione.iupd);
    if (!tolta.ok && tolta.errore.causa !== "non-trovata") return errore(tolta.errore, true);
    const creata = await archivio.create(punto, posizione);
    return conclude(creata, creata.ok);
  };

  const publish = async (invio: ConPosizione): Promise<EsitoInvio> => {
    const { punto, posizione, presente } = invio;
    const primo = presente ? await archivio.replace(punto, posizione, true) : await archivio.create(punto, posizione);
    if (primo.ok) return fatto(true);
    const { causa } = primo.errore;
    if (presente && causa === "non-trovata") {
      const creata = await archivio.create(punto, posizione);
      return conclude(creata, creata.ok);
    }
    if (causa !== "conflitto") return errore(primo.errore, presente);
    const letta = await archivio.get(punto, posizione.iupd);
    // Not ours: the notice number is in a position with another name, and only the creditor knows whose.
    if (!letta.ok) return errore(letta.errore.causa === "non-trovata" ? primo.errore : letta.errore, presente);
    if (presente || isPagataRemota(letta.valore.stato) || letta.valore.stato === "INVALID")
      return repair(invio, primo.errore, letta.valore);
    const sostituita = await archivio.replace(punto, posizione, true);
    return conclude(sostituita, true);
  };

  /** A refusal may mean that a payment came in between. */
  const recheck = async ({ punto, iupd }: Invio, motivo: ErroreGpd): Promise<EsitoInvio> => {
    if (motivo.causa !== "conflitto") return errore(motivo, true);
    const letta = await archivio.get(punto, iupd);
    return letta.ok && isPagataRemota(letta.valore.stato) ? { esito: "pagata" } : errore(motivo, true);
  };

  const close = async ({ punto, numeroAvviso, dataPagamento }: Invio): Promise<EsitoInvio> => {
    const chiusa = await archivio.markPagata(punto, numeroAvviso, dataPagamento);
    // Paid meanwhile through the Node, or gone: nobody can pay it, which is what was wanted.
    if (!chiusa.ok && (chiusa.errore.causa === "conflitto" || chiusa.errore.causa === "non-trovata")) return fatto(true);
    return conclude(chiusa, true);
  };

  /** Nobody must be able to pay it: looked at first, because a call that died may have inserted it. */
  const withdraw = async (invio: Invio): Promise<EsitoInvio> => {
    const { punto, iupd, intento } = invio;
    const letta = await archivio.get(punto, iupd);
    if (!letta.ok) return letta.errore.causa === "non-trovata" ? fatto(false) : errore(letta.errore, invio.presente);
    const { stato } = letta.valore;
    if (isComeVoluto(stato, intento)) return fatto(true);
    if (intento === "CHIUDI") return close(invio);
    if (isPagataRemota(stato)) return { esito: "pagata" };
    const ritirata = "posizione" in invio ? await archivio.replace(punto, invio.posizione, false) : await archivio.remove(punto, iupd);
    if (ritirata.ok) return fatto("posizione" in invio);
    return ritirata.errore.causa === "non-trovata" ? fatto(false) : recheck(invio, ritirata.errore);
  };

  return (invio: Invio): Promise<EsitoInvio> => (invio.intento === "PUBBLICA" ? publish(invio) : withdraw(invio));
};
