/** Creditors, units and debt types as a portal shows them: only what is public, named field by field so that nothing added to the registry comes out by itself. */
import type { Dominio, Recapiti, UnitaOperativa } from "../../domain/anagrafiche/creditore.ts";
import type { VistaTipoPendenzaDominio } from "../../domain/anagrafiche/viste.ts";
import { definiti } from "../../domain/definiti.ts";
import type { ConfigurazioneForm } from "../../domain/form/configurazione-form.ts";
import { describeForm } from "../../domain/form/descrivi-form.ts";
import { formPortaleDi } from "../../domain/form/form-portale.ts";
import type { LinguaForm } from "../../domain/form/lingue-form.ts";
import { toLibero } from "../pendenze/pendenza-index.ts";

export const presentRecapiti = (di: Recapiti) => {
  const { indirizzo, civico, cap, localita, provincia, nazione, email, pec, tel, fax, web, area } = di;
  return definiti({ indirizzo, civico, cap, localita, provincia, nazione, email, pec, tel, fax, web, area });
};

export const presentDominioPortale = (dominio: Dominio) => {
  const { idDominio, ragioneSociale, gln, cbill, logo } = dominio;
  return { idDominio, ragioneSociale, ...presentRecapiti(dominio), ...definiti({ gln, cbill, logo }) };
};

/** In a list the image comes only when it is asked for: a hundred would not fit in an answer. */
export const presentDominioElenco =
  (campi: readonly string[] | undefined) =>
  ({ logo, ...dominio }: Dominio) =>
    presentDominioPortale({ ...dominio, ...(campi?.includes("logo") && logo !== undefined && { logo }) });

export const presentUnitaPortale = (unita: UnitaOperativa) => ({
  idUnita: unita.idUnita,
  ragioneSociale: unita.ragioneSociale,
  ...presentRecapiti(unita),
});

const toDefinizione = (valore: unknown): string | Record<string, unknown> | undefined =>
  typeof valore === "string" ? valore : toLibero(valore);

const presentForm = ({ form }: ConfigurazioneForm) => {
  const definizione = toDefinizione(form?.definizione);
  if (!form || definizione === undefined) return undefined;
  return { tipo: form.tipo, definizione, ...definiti({ impaginazione: toDefinizione(form.impaginazione) }) };
};

/** @param lingua of the description of the form; absent = all those it has. */
export const presentTipoPortale =
  (lingua?: LinguaForm) =>
  ({ propria, comune }: VistaTipoPendenzaDominio) => {
    const { configurazione, visualizzazione, gruppo } = formPortaleDi(propria, comune);
    return {
      idTipoPendenza: comune.idTipoPendenza,
      descrizione: comune.descrizione,
      pagaTerzi: propria.pagaTerzi ?? comune.pagaTerzi,
      ...definiti({
        gruppo,
        form: configurazione && presentForm(configurazione),
        formDescritta: configurazione && toLibero(describeForm(configurazione, lingua)),
        validazione: toDefinizione(configurazione?.validazione),
        visualizzazione: toDefinizione(visualizzazione),
      }),
    };
  };
