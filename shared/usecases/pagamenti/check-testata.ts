/** Who the Node is talking to: domain, broker, station and their association, in the order of the protocol (pagopa.md 3.2), on cached registry entries. */
import { type Creditore, stazioniDi } from "../../domain/anagrafiche/creditore.ts";
import { isPrincipaleNodo } from "../../domain/anagrafiche/principale.ts";
import { type Esito, ko, ok } from "../../domain/esito.ts";
import type { CodiceFaultPa, FaultPa, Testata } from "../../domain/pagamenti/messaggi-nodo.ts";
import type { Anagrafiche } from "../../ports/anagrafiche.ts";

interface RichiestaTestata {
  readonly testata: Testata;
  /** Principal with which the caller authenticated. */
  readonly principal: string;
  /**
   * Receipts tell of money already paid: they are taken also for a creditor switched off or moved to another station of ours, and from stations that only
   * receive copies (reference 4.3: refusing them loses the receipt, pagopa.md 3.5).
   */
  readonly ricevuta: boolean;
}

export type CheckTestata = (richiesta: RichiestaTestata) => Promise<Esito<Creditore, FaultPa>>;

export const checkTestata =
  ({ anagrafiche }: { readonly anagrafiche: Anagrafiche }): CheckTestata =>
  async ({ testata, principal, ricevuta }) => {
    const { idPA, idBrokerPA, idStation } = testata;
    const refuse = (faultCode: CodiceFaultPa, description: string): { readonly ok: false; readonly errore: FaultPa } =>
      ko({ faultCode, id: idPA, description });
    const [creditore, intermediario, stazione] = await Promise.all([
      anagrafiche.getCreditore(idPA),
      anagrafiche.getIntermediario(idBrokerPA),
      anagrafiche.getStazione(idStation),
    ]);
    if (!creditore) return refuse("PAA_ID_DOMINIO_ERRATO", `idPA: il dominio ${idPA} non è registrato`);
    if (!creditore.dominio.abilitato && !ricevuta) return refuse("PAA_ID_DOMINIO_ERRATO", `idPA: il dominio ${idPA} è disabilitato`);
    // Receipts too: whatever pagoPA may think of this creditor, here it has only money that does not exist.
    if (creditore.dominio.inProva) return refuse("PAA_ID_DOMINIO_ERRATO", `idPA: il dominio ${idPA} è in prova, non è attivo su pagoPA`);
    if (!intermediario) return refuse("PAA_ID_INTERMEDIARIO_ERRATO", `idBrokerPA: l'intermediario ${idBrokerPA} non è registrato`);
    if (!intermediario.abilitato && !ricevuta)
      return refuse("PAA_ID_INTERMEDIARIO_ERRATO", `idBrokerPA: l'intermediario ${idBrokerPA} è disabilitato`);
    if (!isPrincipaleNodo(intermediario, principal)) {
      return refuse(
        "PAA_ID_INTERMEDIARIO_ERRATO",
        `idBrokerPA: le credenziali del chiamante non sono quelle dell'intermediario ${idBrokerPA}`,
      );
    }
    if (!stazione || stazione.idIntermediario !== idBrokerPA) {
      return refuse("PAA_STAZIONE_INT_ERRATA", `idStation: la stazione ${idStation} non è registrata per l'intermediario ${idBrokerPA}`);
    }
    if (ricevuta) return ok(creditore);
    if (!stazione.abilitato) return refuse("PAA_STAZIONE_INT_ERRATA", `idStation: la stazione ${idStation} è disabilitata`);
    if (!stazioniDi(creditore.dominio).includes(idStation)) {
      return refuse("PAA_STAZIONE_INT_ERRATA", `idStation: la stazione ${idStation} non è associata al dominio ${idPA}`);
    }
    return ok(creditore);
  };
