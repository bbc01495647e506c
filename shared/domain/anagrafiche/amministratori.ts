/** Somebody must always be able to give rights: who that is, and through which role. */
import type { Acl, Operatore, Ruolo } from "./applicazione.ts";

const SERVIZIO = "Anagrafica Ruoli";

export const grantsRuoli = (acl: readonly Acl[]): boolean =>
  acl.some(({ servizio, autorizzazioni }) => servizio === SERVIZIO && autorizzazioni.includes("W"));

/** Roles are common to all creditors: who works for some of them cannot write them. */
const mayWrite = ({ abilitato, domini }: Operatore): boolean => abilitato && domini === "*";

/** Whether, with these roles at most, the operator may write roles and operators. */
export const mayAdminister = (operatore: Operatore, isRuoloAmministrativo: (idRuolo: string) => boolean): boolean =>
  mayWrite(operatore) && (grantsRuoli(operatore.acl) || operatore.ruoli.some(isRuoloAmministrativo));

/** An operator who may give rights; `ruolo` when only through it. */
interface Testimone {
  readonly operatore: Operatore;
  readonly ruolo?: Ruolo;
}

/** Those who hold the right by themselves first: fewer entries prove it. */
export const findTestimone = (operatori: readonly Operatore[], ruoli: readonly Ruolo[]): Testimone | undefined => {
  const validi = operatori.filter(mayWrite);
  const diretto = validi.find(({ acl }) => grantsRuoli(acl));
  if (diretto) return { operatore: diretto };
  const amministrativi = new Map(ruoli.filter(({ acl }) => grantsRuoli(acl)).map((ruolo) => [ruolo.idRuolo, ruolo]));
  for (const operatore of validi) {
    const [ruolo] = operatore.ruoli.flatMap((idRuolo) => amministrativi.get(idRuolo) ?? []);
    if (ruolo) return { operatore, ruolo };
  }
  return undefined;
};
