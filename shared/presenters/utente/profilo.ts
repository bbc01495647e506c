/** The citizen as the portals show it. */
import { type Cittadino, denominazioneOf, soggettoOf } from "../../domain/accessi/cittadino.ts";
import { tipoSoggettoDi } from "../../domain/valori/codice-fiscale.ts";

export const presentProfiloCittadino = (cittadino: Cittadino) => {
  const { deleghe, perConto, provider, livello, email } = cittadino;
  const delega = deleghe.find(({ codiceFiscale }) => codiceFiscale === perConto);
  const identificativo = soggettoOf(cittadino);
  return {
    nome: denominazioneOf(cittadino),
    anagrafica: {
      tipo: tipoSoggettoDi(identificativo),
      identificativo,
      anagrafica: delega?.ragioneSociale ?? denominazioneOf(cittadino),
      ...(email !== undefined && delega === undefined && { email }),
    },
    deleghe: deleghe.map((voce) => ({ ...voce })),
    ...(perConto !== undefined && { perConto }),
    provider,
    ...(livello !== undefined && { livello }),
  };
};
