/** What the activation of a creditor depends on: the creditor in one query, all the rest by key in another request. */
import type { Chiave, Deposito, Elemento } from "../../ports/deposito.ts";
import type { LetturaAttivazione } from "../../ports/installazione.ts";
import { loadCreditore } from "./creditori.ts";
import { fromElemento, type Mappa } from "./mappa.ts";
import { mappaControllo, mappaIntermediario, mappaStazione, mappaTipoPendenza } from "./mappe-anagrafiche.ts";
import { CHIAVE_SCADENZE, readScadenze } from "./scadenze.ts";

const isDi =
  ({ pk, sk }: Chiave) =>
  (elemento: Elemento): boolean =>
    elemento.pk === pk && elemento.sk === sk;

export const createAttivazioni = (deposito: Deposito): LetturaAttivazione => ({
  load: async (idDominio) => {
    const creditore = await loadCreditore(deposito, idDominio);
    if (!creditore) return undefined;
    const { stazione: idStazione = "" } = creditore.dominio;
    const intermediario = { pk: `INT#${idStazione.slice(0, 11)}`, sk: "INTERMEDIARIO" };
    const stazione = { pk: intermediario.pk, sk: `STAZIONE#${idStazione}` };
    const controlli = [
      ...creditore.conti.map(({ iban }) => ({ pk: `CTL#${idDominio}`, sk: `CONTO#${iban}` })),
      { pk: `CTL#${idDominio}`, sk: `STAZIONE#${idStazione}` },
    ];
    const tipi = creditore.tipiPendenza.map(({ idTipoPendenza }) => ({ pk: `TIP#${idTipoPendenza}`, sk: "TIPO" }));
    const rete = idStazione === "" ? [] : [intermediario, stazione];
    const elementi = await deposito.getMany("anagrafiche", [...rete, ...controlli, CHIAVE_SCADENZE, ...tipi]);
    const find = <T extends { readonly versione: number }>(chiave: Chiave, mappa: Mappa<T>): T | undefined => {
      const elemento = elementi.find(isDi(chiave));
      return elemento && fromElemento(mappa, elemento);
    };
    const all = <T extends { readonly versione: number }>(chiavi: readonly Chiave[], mappa: Mappa<T>): T[] =>
      chiavi.flatMap((chiave) => find(chiave, mappa) ?? []);
    const [trovata, trovato, scadenze] = [
      find(stazione, mappaStazione),
      find(intermediario, mappaIntermediario),
      elementi.find(isDi(CHIAVE_SCADENZE)),
    ];
    return {
      creditore,
      ...(trovata && { stazione: trovata }),
      ...(trovato && { intermediario: trovato }),
      ...(scadenze && { scadenze: readScadenze(scadenze) }),
      controlli: all(controlli, mappaControllo),
      tipiComuni: all(tipi, mappaTipoPendenza),
    };
  },
});
