/** How the callers of each API are recognised: the variables that shared/runtime/config reads. */
import type { NomeApi } from "../shared/contracts/operation.ts";
import { STAGE_LOCALE } from "./installazione.ts";
import type { Parametri } from "./parametri.ts";

type Autenticazione = Pick<Parametri, "autenticazione" | "autenticazioneNodo" | "autenticazioneApi" | "trustStoreNodo">;

/** Where citizens come in with their own session. */
const CON_CITTADINI: readonly NomeApi[] = ["pagamento", "utente", "cittadino", "portale"];

/** The Node shows its certificate where there is a trust store to check it against; people at the console have a session. */
const modiOf = (api: NomeApi, { autenticazione, autenticazioneNodo, autenticazioneApi, trustStoreNodo }: Autenticazione): string => {
  if (api === "pagopa") return autenticazioneNodo ?? (trustStoreNodo ? "ssl" : "basic");
  if (CON_CITTADINI.includes(api)) return autenticazioneApi[api] ?? `${autenticazione},cittadino`;
  return autenticazioneApi[api] ?? (api === "backoffice" ? `${autenticazione},session` : autenticazione);
};

const limitiOf = ({ richiesteCittadino, piccoCittadino, richiesteAnonimo, piccoAnonimo }: Parametri): Record<string, string> => ({
  FIORINO_LIMITE_CITTADINI: `${richiesteCittadino},${piccoCittadino}`,
  FIORINO_LIMITE_ANONIMI: `${richiesteAnonimo},${piccoAnonimo}`,
});

/** Only what the modes of the API need: variables are few and short. */
export const ambienteIdentita = (api: NomeApi, parametri: Parametri): Record<string, string> => {
  const modi = modiOf(api, parametri);
  const ha = (modo: string): boolean => modi.split(",").includes(modo);
  const { identita, proxyIdentita, stage, minutiSessione } = parametri;
  return {
    FIORINO_AUTENTICAZIONE: modi,
    ...(identita && (ha("oauth2") || ha("session")) ? { FIORINO_IDENTITA: JSON.stringify(identita) } : {}),
    ...(proxyIdentita && (ha("header") || ha("cittadino")) ? { FIORINO_PROXY_IDENTITA: JSON.stringify(proxyIdentita) } : {}),
    ...(ha("session") ? { FIORINO_SESSIONE_MINUTI: String(minutiSessione) } : {}),
    ...(CON_CITTADINI.includes(api) ? limitiOf(parametri) : {}),
    // CloudFront stands in front of the APIs, and of nothing on the local machine.
    ...(stage === STAGE_LOCALE || api === "pagopa" ? {} : { FIORINO_PROXY_NOSTRI: "1" }),
  };
};
