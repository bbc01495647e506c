/**
 * A debt has changed: what its messages should be is decided again, and what differs is written together with the requests to send it. Two at once, or one
 * interrupted, end in the same state: the names of the messages are fixed, and every write names the version it was decided on.
 */
import type { Pendenza } from "../../domain/pendenze/pendenza.ts";
import { planPromemoria } from "../../domain/promemoria/piano.ts";
import { type Promemoria, toRichiestaInvio, toScadenza } from "../../domain/promemoria/promemoria.ts";
import type { Clock } from "../../ports/clock.ts";
import type { Comunicazioni } from "../../ports/comunicazioni.ts";
import type { ChiavePosizione } from "../../ports/posizioni.ts";
import type { Messaggio, Modifica, Unicita, UnitOfWork } from "../../ports/unit-of-work.ts";
import { attiviDi, loadAvvisatura, type PorteAvvisatura } from "./avvisatura.ts";

interface Porte {
  readonly comunicazioni: Pick<Comunicazioni, "getPosizione">;
  readonly anagrafiche: PorteAvvisatura;
  readonly unitOfWork: Pick<UnitOfWork, "commit">;
  readonly clock: Clock;
}

const DECISIONI_MASSIME = 4;

/** What makes an armed message leave: a request now, or its place among those that wait. */
export const dispatchPromemoria = (
  promemoria: Promemoria,
  adesso: string,
): { readonly modifiche: readonly Modifica[]; readonly messaggi: readonly Messaggio[] } =>
  promemoria.quando > adesso
    ? { modifiche: [{ azione: "crea", entita: "scadenzaPromemoria", valore: toScadenza(promemoria) }], messaggi: [] }
    : { modifiche: [], messaggi: [{ coda: "comunicazioni", corpo: { tipo: "INVIO", ...toRichiestaInvio(promemoria) } }] };

/** The notice of a document is announced once: by the first of its instalments. */
const unicitaDi = ({ idDominio, idA2A, documento }: Pendenza, { tipo, canale, iuv }: Promemoria): Unicita | undefined =>
  documento && tipo === "AVVISO_PAGAMENTO"
    ? {
        versione: 0,
        ambito: "promemoria-documento",
        chiave: `${idDominio}#${idA2A}#${documento.identificativo}#${canale}`,
        riferimento: iuv,
      }
    : undefined;

export const createPlanComunicazioni = ({ comunicazioni, anagrafiche, unitOfWork, clock }: Porte) => {
  const decide = async (chiave: ChiavePosizione, giaAnnunciati: ReadonlySet<string>): Promise<readonly Modifica[] | undefined> => {
    const { pendenza, ricevute, promemoria: presenti } = await comunicazioni.getPosizione(chiave);
    const avvisatura = pendenza && (await loadAvvisatura(anagrafiche, pendenza));
    if (!pendenza || !avvisatura) return undefined;
    const adesso = clock.now();
    const piano = planPromemoria({ pendenza, ricevute, presenti, livelli: avvisatura.livelli, attivi: attiviDi(avvisatura), adesso });
    const nuovi = piano.nuovi.filter(({ id }) => !giaAnnunciati.has(id));
    const armati = [...nuovi, ...piano.cambiati.filter(({ stato }) => stato === "DA_SPEDIRE")].map((uno) =>
      dispatchPromemoria(uno, adesso),
    );
    const modifiche: readonly Modifica[] = [
      ...nuovi.map((valore) => ({ azione: "crea", entita: "promemoria", valore }) as const),
      ...nuovi
        .flatMap((nuovo) => unicitaDi(pendenza, nuovo) ?? [])
        .map((valore) => ({ azione: "crea", entita: "unicita", valore }) as const),
      ...piano.cambiati.map((valore) => ({ azione: "sostituisci", entita: "promemoria", valore }) as const),
      ...armati.flatMap((armato) => armato.modifiche),
    ];
    if (modifiche.length === 0) return undefined;
    const esito = await unitOfWork.commit(modifiche, { messaggi: armati.flatMap(({ messaggi }) => messaggi) });
    return esito.ok ? undefined : esito.errore.modifiche;
  };

  /** @throws when others keep changing the same debt: the message comes back. */
  return async (chiave: ChiavePosizione): Promise<void> => {
    const giaAnnunciati = new Set<string>();
    for (let i = 0; i < DECISIONI_MASSIME; i++) {
      const contese = await decide(chiave, giaAnnunciati);
      if (!contese) return;
      for (const { entita, valore } of contese)
        if (entita === "unicita") giaAnnunciati.add(`AVVISO_PAGAMENTO.${valore.chiave.slice(valore.chiave.lastIndexOf("#") + 1)}`);
    }
    throw new Error(`promemoria di ${chiave.idDominio} ${chiave.iuv} contesi`);
  };
};
