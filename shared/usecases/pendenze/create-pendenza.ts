/** A debt that does not exist yet: its number, given or generated, and the transaction that makes it, or why it cannot be. */
import { type Esito, ok } from "../../domain/esito.ts";
import {
  type AvvisoAssegnato,
  type ContestoAvviso,
  checkNumeroAvviso,
  generateNumeroAvviso,
  prefissoDi,
} from "../../domain/pendenze/avviso-pendenza.ts";
import { idTipoPendenzaDi } from "../../domain/pendenze/nuova-pendenza.ts";
import { findRilievi } from "../../domain/pendenze/rilievi.ts";
import { createPendenza } from "../../domain/pendenze/scrittura-pendenza.ts";
import { campiDiNascita } from "../../domain/pendenze/storia-pendenza.ts";
import { type Rifiuto, rifiuto } from "../../domain/rifiuto.ts";
import { type CodiceRegole, commit, type Lavoro, type Prova, type Risultato, storiaDi } from "./lavoro-scrittura.ts";

/** Numbers already taken by notices loaded with a number of their own: each costs a transaction, hence the limit. */
const NUMERI_MASSIMI = 24;
/** After so many, the counter jumps: by 100 numbers, then 200, 400... but never by more than this. */
const NUMERI_DI_FILA = 8;
const SALTO_MASSIMO = 1_000_000;

interface Numero {
  readonly avviso: AvvisoAssegnato;
  /** Of the counter that gave it; absent = given by the application. */
  readonly prefisso?: string;
}

const assignNumero = async (lavoro: Lavoro): Promise<Esito<Numero, Rifiuto<CodiceRegole>>> => {
  const { nuova, porte, creditore, adesso, idA2A, anagrafica, simulazione } = lavoro;
  const contesto: ContestoAvviso = { creditore, applicazione: await porte.anagrafiche.getApplicazione(idA2A), adesso };
  if (nuova.numeroAvviso !== undefined) {
    const indicato = checkNumeroAvviso(nuova.numeroAvviso, nuova.voci, contesto);
    return indicato.ok ? ok({ avviso: indicato.valore }) : indicato;
  }
  const prefisso = prefissoDi(idTipoPendenzaDi(nuova), anagrafica.tipoPendenza, contesto);
  if (!prefisso.ok) return prefisso;
  const progressivo = simulazione ? 0n : await porte.progressivi.next(nuova.idDominio, prefisso.valore);
  const generato = generateNumeroAvviso(prefisso.valore, progressivo, creditore.dominio);
  return generato.ok ? ok({ avviso: generato.valore, prefisso: prefisso.valore }) : generato;
};

/** Why a creation met something: the same debt, loaded meanwhile (decide again), or another one under the same number. */
const explainContrasto = async (
  { porte, idA2A, idPendenza, nuova }: Lavoro,
  avviso: AvvisoAssegnato,
): Promise<"ripeti" | "numero" | Risultato> => {
  if (await porte.posizioni.readPendenzaById(idA2A, idPendenza)) return "ripeti";
  const altra = await porte.posizioni.getPendenza({ idDominio: nuova.idDominio, iuv: avviso.iuv });
  if (!altra) return "ripeti";
  if (nuova.numeroAvviso === undefined) return "numero";
  return altra.numeroAvviso === avviso.numeroAvviso
    ? rifiuto("VER_025", `numeroAvviso ${avviso.numeroAvviso} già assegnato a un'altra pendenza del dominio ${nuova.idDominio}`)
    : rifiuto(
        "VER_018",
        `numeroAvviso ${avviso.numeroAvviso}: lo IUV ${avviso.iuv} è già assegnato a un'altra pendenza del dominio ${nuova.idDominio}`,
      );
};

/** A creditor that changed its prefix may find thousands of numbers taken in a row: the farther it looks, the longer the jump. */
const skipOccupati = async ({ porte, nuova }: Lavoro, prefisso: string | undefined, occupati: number): Promise<void> => {
  if (prefisso === undefined || occupati < NUMERI_DI_FILA) return;
  const salto = Math.min(100 * 2 ** (occupati - NUMERI_DI_FILA), SALTO_MASSIMO);
  await porte.progressivi.skip(nuova.idDominio, prefisso, salto);
};

/** In a simulation nobody tries the number: whether it is free is only looked at. */
const isOccupato = async ({ simulazione, nuova, porte }: Lavoro, { iuv }: AvvisoAssegnato): Promise<boolean> =>
  simulazione === true &&
  nuova.numeroAvviso !== undefined &&
  (await porte.posizioni.getPendenza({ idDominio: nuova.idDominio, iuv })) !== undefined;

export const tryCreate = async (lavoro: Lavoro): Promise<Prova> => {
  const { nuova, porte, creditore, adesso, idA2A, idPendenza, tipo, allegati } = lavoro;
  for (let occupati = 1; occupati <= NUMERI_MASSIMI; occupati++) {
    const numero = await assignNumero(lavoro);
    if (!numero.ok) return numero;
    const { avviso, prefisso } = numero.valore;
    const pendenza = createPendenza(nuova, {
      ...{ idA2A, idPendenza, tipo, adesso, avviso },
      uuid: porte.ids.next(),
      frammenti: creditore.dominio.frammenti,
      rilievi: [...findRilievi(nuova, avviso.iuv), ...lavoro.rilievi],
      ...(allegati.allegati && { allegati: allegati.allegati }),
      ...(lavoro.archivio && { archivio: lavoro.archivio }),
      ...(lavoro.avvisata && { avvisata: true }),
      prova: creditore.dominio.inProva,
    });
    const storia = storiaDi(lavoro, pendenza, "creata", campiDiNascita(pendenza));
    const libero = !(await isOccupato(lavoro, avviso));
    if (libero && (await commit(lavoro, { azione: "crea", entita: "pendenza", valore: pendenza }, storia))) {
      return ok({ pendenza: { ...pendenza, versione: 1 }, creata: true, scritta: true });
    }
    const motivo = await explainContrasto(lavoro, avviso);
    if (motivo === "ripeti") return undefined;
    if (motivo !== "numero") return motivo;
    await skipOccupati(lavoro, prefisso, occupati);
  }
  return rifiuto("CONFLITTO", `i ${NUMERI_MASSIMI} numeri avviso provati sono già assegnati, riprovare`);
};
