/**
 * Where collected amounts are settled. The key of a row holds its flow, that an amount does not know: the rows of each payment code are asked for,
 * together; flows and debts, whose keys are then known, come in one batch, with what tells the payments without a debt.
 */
import type { Flusso, Rendicontazione } from "../../domain/rendicontazioni/flusso.ts";
import type { Riscossione } from "../../domain/ricevute/ricevuta.ts";
import type { Deposito } from "../../ports/deposito.ts";
import type { ChiavePosizione } from "../../ports/posizioni.ts";
import type { CompagniRiscossioni } from "../../ports/rendicontazioni.ts";
import { chiavi, pkPosizione } from "./chiavi.ts";
import { fromElemento } from "./mappa.ts";
import { mappaPendenza, mappaRendicontazione } from "./mappe-posizione.ts";
import { mappaFlusso } from "./mappe-rendicontazione.ts";
import { chiaviEsterni, readEsterni } from "./pagamenti-esterni.ts";

/** Requests together: as many as the connections that the client keeps open. */
const IN_VOLO = 32;
/** Rows of one payment code: PSPs × revisions, tens. */
const MASSIMO_RIGHE = 500;

const distinti = <T>(valori: readonly T[], nomeDi: (valore: T) => string): readonly T[] => [
  ...new Map(valori.map((valore) => [nomeDi(valore), valore])).values(),
];

const findRighe = async (deposito: Deposito, codice: ChiavePosizione): Promise<readonly Rendicontazione[]> => {
  const { elementi } = await deposito.query({
    tabella: "archivio",
    pk: pkPosizione(codice),
    sk: { inizia: "RENDICONTAZIONE#" },
    ordine: "asc",
    limite: MASSIMO_RIGHE,
  });
  return elementi.map((e) => fromElemento(mappaRendicontazione, e));
};

const findTutte = async (deposito: Deposito, codici: readonly ChiavePosizione[]): Promise<readonly Rendicontazione[]> => {
  const righe: Rendicontazione[] = [];
  const restano = codici.values();
  const svolgi = async (): Promise<void> => {
    for (const codice of restano) righe.push(...(await findRighe(deposito, codice)));
  };
  await Promise.all(Array.from({ length: Math.min(IN_VOLO, codici.length) }, svolgi));
  return righe;
};

export const readCompagniRiscossioni = async (deposito: Deposito, riscossioni: readonly Riscossione[]): Promise<CompagniRiscossioni> => {
  const righe = await findTutte(deposito, distinti(riscossioni, pkPosizione));
  const cercati = distinti(
    [
      ...righe.map(chiavi.flusso),
      ...riscossioni.map(({ idDominioTitolare, iuv }) => chiavi.pendenza({ idDominio: idDominioTitolare, iuv })),
      ...chiaviEsterni(riscossioni),
    ],
    ({ pk, sk }) => `${pk}\u0000${sk}`,
  );
  const elementi = cercati.length === 0 ? [] : await deposito.getMany("archivio", cercati);
  return {
    righe,
    flussi: elementi.filter(({ pk }) => pk.startsWith("FLU#")).map((e): Flusso => fromElemento(mappaFlusso, e)),
    pendenze: elementi.filter(({ sk }) => sk === "PENDENZA").map((e) => fromElemento(mappaPendenza, e)),
    esterni: readEsterni(elementi),
  };
};
