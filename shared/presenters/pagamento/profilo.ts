/** The caller of the API Pagamento; of a citizen, whom it acts for. */
import { denominazioneOf, soggettoOf } from "../../domain/accessi/cittadino.ts";
import type { Chiamante } from "../../domain/anagrafiche/applicazione.ts";
import { presentProfilo } from "../comuni/profilo.ts";

export const presentProfiloPagamento = (chiamante: Chiamante) => {
  const { cittadino } = chiamante;
  if (!cittadino) return presentProfilo(chiamante);
  const azienda = cittadino.deleghe.find(({ codiceFiscale }) => codiceFiscale === cittadino.perConto);
  const anagrafica = {
    tipo: azienda ? ("G" as const) : ("F" as const),
    identificativo: soggettoOf(cittadino),
    anagrafica: (azienda?.ragioneSociale ?? denominazioneOf(cittadino)).slice(0, 70),
    ...(!azienda && cittadino.email !== undefined && { email: cittadino.email }),
  };
  return { ...presentProfilo(chiamante), anagrafica };
};
