/** One page of the nightly comparison: what pagoPA has against what we have, and the other way round; what can be repaired is queued to be sent again. */
import type { Creditore } from "../../domain/anagrafiche/creditore.ts";
import { iupdDi } from "../../domain/gpd/allineamento.ts";
import { creaAllineamento } from "../../domain/gpd/allineamento-voluto.ts";
import type { ArchivioPagoPA } from "../../domain/gpd/archivi.ts";
import { archivioDi, modalitaDi } from "../../domain/gpd/modalita.ts";
import {
  findDifferenze,
  intentoDi,
  isComeVoluto,
  isPagabileRemota,
  isPagataRemota,
  type PosizioneRemota,
  toPosizione,
} from "../../domain/gpd/posizione.ts";
import { statiAllineamento } from "../../domain/gpd/stati-allineamento.ts";
import type { Differenza, TipoDifferenza, VerificaGpd } from "../../domain/gpd/verifica.ts";
import { resolveTrasferimenti } from "../../domain/pagamenti/trasferimenti.ts";
import type { Pendenza } from "../../domain/pendenze/pendenza.ts";
import { addMinuti, giornoDi } from "../../domain/valori/date.ts";
import type { Allineamenti, PendenzaAllineata } from "../../ports/allineamenti.ts";
import type { Anagrafiche } from "../../ports/anagrafiche.ts";
import type { Clock } from "../../ports/clock.ts";
import type { UnitOfWork } from "../../ports/unit-of-work.ts";
import { loadRegistro } from "../pagamenti/find-avviso.ts";

export interface PorteEsame {
  readonly anagrafiche: Pick<Anagrafiche, "getCreditore" | "getEntrata">;
  readonly allineamenti: Pick<Allineamenti, "getMany">;
  readonly unitOfWork: Pick<UnitOfWork, "commit">;
  readonly clock: Clock;
}

export interface Esame {
  /** Positions that had to be compared. */
  readonly guardate: number;
  readonly uguali: number;
  readonly differenze: readonly Differenza[];
}

/** A send that has not ended after so long has lost its message. */
const IN_CORSO_MINUTI = 24 * 60;
const IN_CORSO: readonly string[] = ["IN_INVIO", "IN_ATTESA", "DA_RIPETERE"];

const archivioDellaPendenza = ({ allineamento, idTipoPendenza }: Pendenza, creditore: Creditore): ArchivioPagoPA | undefined =>
  allineamento?.archivio ?? archivioDi(modalitaDi(creditore, idTipoPendenza));

const isInCorso = ({ allineamento }: PendenzaAllineata, adesso: string): boolean =>
  allineamento !== undefined && IN_CORSO.includes(allineamento.stato) && addMinuti(allineamento.data, IN_CORSO_MINUTI) > adesso;

const iuvDi = ({ iupd, opzioni }: PosizioneRemota, idDominio: string): string | undefined =>
  iupd.startsWith(`${idDominio}-`) ? iupd.slice(idDominio.length + 1) : opzioni[0]?.iuv;

/** Asks for a new send. False when somebody is changing the debt or its copy right now: its own message is on the way. */
const repair = async (
  { unitOfWork }: PorteEsame,
  archivio: ArchivioPagoPA,
  { pendenza, allineamento }: PendenzaAllineata,
): Promise<boolean> => {
  if (!pendenza) return false;
  // Loaded before the creditor fed the archive: writing it announces it.
  if (!pendenza.allineamento) {
    const seguita = { ...pendenza, allineamento: creaAllineamento(archivio) };
    return (await unitOfWork.commit([{ azione: "sostituisci", entita: "pendenza", valore: seguita }])).ok;
  }
  const { idDominio, iuv } = pendenza;
  const messaggi = [{ coda: "gpd", corpo: { idDominio, iuv, richiesta: pendenza.allineamento.richiesta } }] as const;
  if (!allineamento) return (await unitOfWork.commit([{ azione: "verifica", entita: "pendenza", valore: pendenza }], { messaggi })).ok;
  const ripetuto = statiAllineamento.next(allineamento.stato, "ripeti");
  // Abandoned in the middle: the claim has expired long ago, the message is enough.
  const stato = ripetuto.ok ? ripetuto.valore : allineamento.stato;
  return (await unitOfWork.commit([{ azione: "sostituisci", entita: "allineamento", valore: { ...allineamento, stato } }], { messaggi }))
    .ok;
};

/** Why what pagoPA has is not what it should be; undefined when it is. */
const judge = async (
  { anagrafiche, clock }: PorteEsame,
  archivio: ArchivioPagoPA,
  creditore: Creditore,
  remota: PosizioneRemota,
  pendenza: Pendenza,
): Promise<{ readonly tipo: TipoDifferenza; readonly dettaglio: string } | undefined> => {
  if (remota.stato === "SCONOSCIUTO") return { tipo: "STATO_DIVERSO", dettaglio: "uno stato che il contratto di pagoPA non nomina" };
  const intento = intentoDi(pendenza, archivio, giornoDi(clock.now()));
  if (intento !== "CHIUDI" && isPagataRemota(remota.stato)) return { tipo: "PAGATA_SU_PAGOPA", dettaglio: `stato ${remota.stato}` };
  if (!isComeVoluto(remota.stato, intento))
    return { tipo: "STATO_DIVERSO", dettaglio: `${remota.stato}, e la pendenza è ${pendenza.stato}` };
  if (intento !== "PUBBLICA") return undefined;
  if (remota.iupd !== iupdDi(pendenza)) return { tipo: "DATI_DIVERSI", dettaglio: "il numero avviso è in una posizione con un altro nome" };
  const trasferimenti = resolveTrasferimenti(pendenza, await loadRegistro(anagrafiche, creditore, [pendenza]));
  if (!trasferimenti.ok) return { tipo: "DATI_DIVERSI", dettaglio: trasferimenti.errore };
  const differenze = findDifferenze(toPosizione(pendenza, creditore, archivio, trasferimenti.valore), remota);
  return differenze.length === 0 ? undefined : { tipo: "DATI_DIVERSI", dettaglio: differenze.join("; ") };
};

/** Positions of pagoPA against our debts: one request for the page. */
export const compareRemote = async (
  porte: PorteEsame,
  { idDominio, archivio }: VerificaGpd,
  creditore: Creditore,
  posizioni: readonly PosizioneRemota[],
): Promise<Esame> => {
  const note = await porte.allineamenti.getMany(posizioni.map((remota) => ({ idDominio, iuv: iuvDi(remota, idDominio) ?? "-" })));
  const adesso = porte.clock.now();
  const differenze: Differenza[] = [];
  let uguali = 0;
  for (const [i, remota] of posizioni.entries()) {
    const nostra = note[i] ?? {};
    const { pendenza } = nostra;
    const [opzione] = remota.opzioni;
    const chi = { iupd: remota.iupd, ...(opzione?.numeroAvviso !== undefined && { numeroAvviso: opzione.numeroAvviso }) };
    if (!pendenza || archivioDellaPendenza(pendenza, creditore) !== archivio) {
      // What nobody can pay does no harm: old positions of other software stay there for years.
      if (isPagabileRemota(remota.stato))
        differenze.push({ ...chi, tipo: "SOLO_PAGOPA", dettaglio: `${remota.stato}, e qui non c'è`, riparata: false });
      continue;
    }
    if (isInCorso(nostra, adesso)) continue;
    const difetto = await judge(porte, archivio, creditore, remota, pendenza);
    if (!difetto) {
      uguali += 1;
      continue;
    }
    // Only the receipt can put it right; sending it once leaves the remark on the debt.
    const pagata = difetto.tipo === "PAGATA_SU_PAGOPA";
    const lasciata = remota.stato === "SCONOSCIUTO" || (pagata && nostra.allineamento?.stato === "DIFFORME");
    const inviata = lasciata ? false : await repair(porte, archivio, nostra);
    differenze.push({ ...chi, ...difetto, riparata: inviata && !pagata });
  }
  return { guardate: posizioni.length, uguali, differenze };
};

/** Our debts against the names seen at pagoPA: one request for those that were not. */
export const comparePendenze = async (
  porte: PorteEsame,
  { archivio, inizio }: VerificaGpd,
  creditore: Creditore,
  pendenze: readonly Pendenza[],
  viste: ReadonlySet<string>,
): Promise<Esame> => {
  const adesso = porte.clock.now();
  const attese = pendenze.filter(
    (pendenza) => archivioDellaPendenza(pendenza, creditore) === archivio && intentoDi(pendenza, archivio, giornoDi(adesso)) === "PUBBLICA",
  );
  const mancanti = attese.filter((pendenza) => !viste.has(iupdDi(pendenza)));
  const differenze: Differenza[] = [];
  for (const nostra of await porte.allineamenti.getMany(mancanti)) {
    const { pendenza, allineamento } = nostra;
    // Read again: the list may lag behind. Sent after the first pass began: it could not be seen.
    if (!pendenza || isInCorso(nostra, adesso) || (allineamento?.stato === "ALLINEATA" && allineamento.data >= inizio)) continue;
    const dettaglio = allineamento ? `${allineamento.stato}, e pagoPA non la elenca` : "mai inviata";
    const { numeroAvviso } = pendenza;
    differenze.push({ tipo: "SOLO_QUI", iupd: iupdDi(pendenza), numeroAvviso, dettaglio, riparata: await repair(porte, archivio, nostra) });
  }
  return { guardate: attese.length, uguali: 0, differenze };
};
