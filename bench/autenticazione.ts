/** What recognising a warm caller costs in processor time, for each way to come in: the goal is 0.2 ms, and no slow hash and no request at all. */
import { ArchivioAccessi } from "../shared/adapters/archivio/accessi.ts";
import { AnagraficheInCache } from "../shared/adapters/archivio/anagrafiche.ts";
import { Emittenti } from "../shared/adapters/oidc/emittenti.ts";
import { createCifra } from "../shared/adapters/sistema/cifra.ts";
import { hashPassword, verifyPassword } from "../shared/adapters/sistema/password.ts";
import { ProviderDiIdentita } from "../shared/contracts/identita.ts";
import { createSessione } from "../shared/domain/accessi/sessione.ts";
import { hasServizio } from "../shared/domain/anagrafiche/applicazione.ts";
import { createResolveBearer } from "../shared/runtime/autenticazione/bearer.ts";
import type { Credenziali } from "../shared/runtime/autenticazione/credenziali.ts";
import { ResolverChiamante } from "../shared/runtime/autenticazione/resolver.ts";
import { Sessioni, signSessione } from "../shared/runtime/autenticazione/sessioni.ts";
import { PASSWORD } from "../tests/sostegno/anagrafica.ts";
import { createChiave, signToken, toJwk } from "../tests/sostegno/identita.ts";
import { createMemoria } from "../tests/sostegno/memoria.ts";

const VOLTE = 20_000;
const EMITTENTE = "https://identita.example";
const TRAGUARDO_MILLISECONDI = 0.2;

/** A provider that answers from memory: what is measured is ours. */
const createScarica = (chiave: ReturnType<typeof createChiave>) => async (url: string) =>
  Response.json(
    url.endsWith("/jwks")
      ? { keys: [toJwk(chiave)] }
      : {
          issuer: EMITTENTE,
          authorization_endpoint: `${EMITTENTE}/auth`,
          token_endpoint: `${EMITTENTE}/token`,
          jwks_uri: `${EMITTENTE}/jwks`,
        },
  );

const createProva = async () => {
  const memoria = await createMemoria();
  const { deposito, clock, unitOfWork } = memoria;
  const anagrafiche = new AnagraficheInCache(deposito, clock);
  const accessi = new ArchivioAccessi(deposito);
  const cifra = createCifra("chiave-del-banco-di-prova", "sessione");
  const chiave = createChiave("banco");
  const bearer = createResolveBearer({
    ...{ anagrafiche, clock, emittenti: new Emittenti(clock, createScarica(chiave)), segnala: () => {} },
    provider: ProviderDiIdentita.parse([{ id: "banco", nome: "Banco", emittente: EMITTENTE, destinatari: ["fiorino"] }]),
  });
  const sessioni = new Sessioni({ anagrafiche, accessi, clock, cifra });
  let lente = 0;
  const verify = (password: string, hash: string): Promise<boolean> => {
    lente++;
    return verifyPassword(password, hash);
  };
  const resolver = new ResolverChiamante(
    anagrafiche,
    clock,
    { chiave: "chiave-del-banco-di-prova", amministratore: { principal: "amministratore", hash: await hashPassword(PASSWORD) } },
    { password: { verify }, bearer: async () => bearer, sessioni: async () => sessioni },
  );
  const sessione = createSessione(
    { id: "sessione-del-banco", principal: "operatore-limitato", nome: "Banco", metodo: "password" },
    clock.now(),
    480,
  );
  await unitOfWork.commit([{ azione: "crea", entita: "sessione", valore: sessione }]);
  const secondi = Math.floor(Date.parse(clock.now()) / 1000);
  const token = signToken(chiave, { iss: EMITTENTE, aud: "fiorino", sub: "gest-tributi", iat: secondi, exp: secondi + 600 });
  const modi: Readonly<Record<string, Credenziali>> = {
    "HTTP Basic": { modo: "basic", principal: "gest-tributi", segreto: PASSWORD },
    "chiave (X-API-KEY)": { modo: "apikey", principal: "gest-tributi", segreto: PASSWORD },
    "certificato client": { modo: "ssl", principal: "gest-tributi" },
    "token OAuth2": { modo: "oauth2", token },
    "sessione della console": { modo: "session", cookie: signSessione(cifra, sessione.id).cookie, csrf: false },
  };
  return { resolver, modi, richieste: memoria.richieste, lente: () => lente };
};

export interface MisuraAutenticazione {
  readonly modo: string;
  readonly millisecondiProcessore: number;
  readonly traguardo: number;
  /** In all the warm calls. */
  readonly richieste: number;
  readonly hashLenti: number;
}

/** Processor time of one warm authentication and authorisation, per mode. Throws when a mode does not let its caller in. */
export const measureAutenticazione = async (): Promise<readonly MisuraAutenticazione[]> => {
  const { resolver, modi, richieste, lente } = await createProva();
  const misure: MisuraAutenticazione[] = [];
  for (const [modo, credenziali] of Object.entries(modi)) {
    const entra = async (): Promise<boolean> => {
      const esito = await resolver.resolve(credenziali, "10.0.0.1");
      return esito.ok && !hasServizio(esito.valore, ["Anagrafica PagoPA"], "W");
    };
    for (let i = 0; i < 500; i++) if (!(await entra())) throw new Error(`${modo}: non riconosciuto`);
    const [prima, richiestePrima, lentePrima] = [process.cpuUsage(), richieste.length, lente()];
    for (let i = 0; i < VOLTE; i++) await entra();
    const { user, system } = process.cpuUsage(prima);
    misure.push({
      modo,
      millisecondiProcessore: (user + system) / 1000 / VOLTE,
      traguardo: TRAGUARDO_MILLISECONDI,
      richieste: richieste.length - richiestePrima,
      hashLenti: lente() - lentePrima,
    });
  }
  return misure;
};
