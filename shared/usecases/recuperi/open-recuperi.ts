/** Writes down the missing receipts just noticed, many per transaction; what is already known stays as it is, however far it has got. */
import type { Recupero } from "../../domain/recuperi/recupero.ts";
import type { UnitOfWork } from "../../ports/unit-of-work.ts";

/** A transaction holds 100 writes. */
const PER_TRANSAZIONE = 100;

/** How many were new. @throws Error only when the store fails: doing it again is harmless. */
export async function openRecuperi(unitOfWork: Pick<UnitOfWork, "commit">, recuperi: readonly Recupero[]): Promise<number> {
  let nuovi = 0;
  for (let i = 0; i < recuperi.length; i += PER_TRANSAZIONE) {
    let lotto = recuperi.slice(i, i + PER_TRANSAZIONE);
    while (lotto.length > 0) {
      const esito = await unitOfWork.commit(lotto.map((valore) => ({ azione: "crea", entita: "recupero", valore }) as const));
      if (esito.ok) {
        nuovi += lotto.length;
        break;
      }
      const noti = new Set<unknown>(esito.errore.modifiche.map(({ valore }) => valore));
      lotto = lotto.filter((recupero) => !noti.has(recupero));
    }
  }
  return nuovi;
}
