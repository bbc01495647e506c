/** Operators written as the seed writes them: for tests in which their rights are the subject, not the way they are given. */
import { mappeAnagrafiche } from "../../shared/adapters/archivio/registro.ts";
import { ArchivioUnitOfWork } from "../../shared/adapters/archivio/unit-of-work.ts";
import { createIdsInSequenza } from "../../shared/adapters/memory/tempo.ts";
import { clockDiSistema } from "../../shared/adapters/sistema/clock.ts";
import { hashPassword } from "../../shared/adapters/sistema/password.ts";
import { OperatorePost } from "../../shared/contracts/backoffice/operatori.ts";
import type { Deposito } from "../../shared/ports/deposito.ts";
import { toOperatore } from "../../shared/presenters/backoffice/operatore.ts";

export const seedOperatori = async (
  deposito: Deposito,
  operatori: readonly { readonly params: { readonly principal: string }; readonly body: object }[],
): Promise<void> => {
  const unitOfWork = new ArchivioUnitOfWork(deposito, mappeAnagrafiche, clockDiSistema, createIdsInSequenza(), {
    conservazioneEventiGiorni: 760,
  });
  for (const { params, body } of operatori) {
    const { principal } = params;
    const { password = "", ...campi } = toOperatore(principal, OperatorePost.parse(body));
    const esito = await unitOfWork.commit([
      { azione: "crea", entita: "operatore", valore: { versione: 0, ...campi, passwordHash: await hashPassword(password) } },
      { azione: "crea", entita: "principale", valore: { versione: 0, principal, tipo: "operatore", riferimento: principal } },
    ]);
    if (!esito.ok) throw new Error(`l'operatore ${principal} c'è già`);
  }
};
