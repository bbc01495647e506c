/** Client applications between wire and domain. */
import type * as z from "zod";
import type { ApplicazionePost } from "../../contracts/backoffice/applicazioni.ts";
import type { Applicazione } from "../../domain/anagrafiche/applicazione.ts";
import type { ApplicazioneRichiesta } from "../../domain/anagrafiche/richieste.ts";
import type { VistaUtenza } from "../../domain/anagrafiche/viste.ts";
import { presentConnettore, toAutenticazione } from "./connettori.ts";
import { presenti } from "./presenti.ts";
import { AUTODETERMINAZIONE, presentUtenza, toUtenza } from "./utenza.ts";

type Post = z.output<typeof ApplicazionePost>;

const toCodificaAvvisi = ({ generazioneIuvInterna, ...campi }: NonNullable<Post["codificaAvvisi"]>) => ({
  ...presenti(campi),
  generazioneIuvInterna: generazioneIuvInterna ?? false,
});

const toServizio = ({ url, versioneApi, auth }: NonNullable<Post["servizioIntegrazione"]>) => ({
  url,
  versioneApi,
  ...(auth && { auth: toAutenticazione(auth) }),
});

export const toApplicazione = (idA2A: string, body: Post): ApplicazioneRichiesta => ({
  idA2A,
  principal: body.principal,
  ...toUtenza(body),
  autodeterminazione: body.tipiPendenza?.includes(AUTODETERMINAZIONE) ?? false,
  apiPagamenti: body.apiPagamenti ?? false,
  apiPendenze: body.apiPendenze ?? false,
  apiRagioneria: body.apiRagioneria ?? false,
  ...(body.codificaAvvisi && { codificaAvvisi: toCodificaAvvisi(body.codificaAvvisi) }),
  ...(body.servizioIntegrazione && { servizioIntegrazione: toServizio(body.servizioIntegrazione) }),
  ...(body.limiteRichieste && { limiteRichieste: body.limiteRichieste }),
  ...(body.inProva != null && { inProva: body.inProva }),
  ...(body.aggiornamentoValiditaMandatorio === true && { aggiornamentoValiditaMandatorio: true }),
});

export const presentApplicazioneIndex = ({ idA2A, principal, abilitato }: Applicazione) => ({ idA2A, principal, abilitato });

export const presentApplicazione = (vista: VistaUtenza<Applicazione>) => {
  const { idA2A, autodeterminazione, codificaAvvisi, apiPagamenti, apiPendenze, apiRagioneria, servizioIntegrazione } = vista.utenza;
  const utenza = presentUtenza(vista);
  return {
    idA2A,
    ...utenza,
    tipiPendenza: [
      ...utenza.tipiPendenza,
      ...(autodeterminazione ? [{ idTipoPendenza: AUTODETERMINAZIONE, descrizione: "Autodeterminazione dei tipi pendenza" }] : []),
    ],
    ...(codificaAvvisi && { codificaAvvisi }),
    apiPagamenti,
    apiPendenze,
    apiRagioneria,
    aggiornamentoValiditaMandatorio: vista.utenza.aggiornamentoValiditaMandatorio ?? false,
    ...(vista.utenza.inProva && { inProva: true as const }),
    ...(vista.utenza.limiteRichieste && { limiteRichieste: vista.utenza.limiteRichieste }),
    ...(servizioIntegrazione && {
      servizioIntegrazione: { ...presentConnettore(servizioIntegrazione), versioneApi: servizioIntegrazione.versioneApi },
    }),
  };
};
