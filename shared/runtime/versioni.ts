/**
 * Older versions of an operation, served by the function of the present one (docs/adr/0011): their contracts and presenters are loaded at the
 * first call that asks for them, so that whoever calls the present version does not wait for them.
 */
import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2, Context } from "aws-lambda";
import { API_BASE, type NomeApi } from "../contracts/operation.ts";

type Handler = (evento: APIGatewayProxyEventV2, contesto: Context) => Promise<APIGatewayProxyStructuredResultV2>;
type Precedenti = Readonly<Partial<Record<NomeApi, () => Promise<{ readonly handler: Handler }>>>>;

/** Two operations of one older version behind one function: the other is the one whose path has exactly those names. */
export const withForma =
  (principale: Handler, parametri: readonly string[], altra: () => Promise<{ readonly handler: Handler }>): Handler =>
  async (evento, contesto) => {
    const nomi = Object.keys(evento.pathParameters ?? {});
    const sua = nomi.length === parametri.length && parametri.every((nome) => nomi.includes(nome));
    return sua ? (await altra()).handler(evento, contesto) : principale(evento, contesto);
  };

/** Several operations of one older version behind one function, told apart by their path; `{name}` stands for one segment. */
export const withPercorsi = (
  principale: Handler,
  api: NomeApi,
  altri: Readonly<Record<string, () => Promise<{ readonly handler: Handler }>>>,
): Handler => {
  const regole = Object.entries(altri).map(
    ([percorso, load]) => [new RegExp(`^${API_BASE[api]}${percorso.replace(/\{\w+\}/g, "[^/]+")}$`), load] as const,
  );
  return async (evento, contesto) => {
    const load = regole.find(([regola]) => regola.test(evento.rawPath))?.[1];
    return load ? (await load()).handler(evento, contesto) : principale(evento, contesto);
  };
};

/** The handler that the path asks for: a path of another version never reaches the present contract. */
export const withVersioni =
  (attuale: Handler, precedenti: Precedenti): Handler =>
  async (evento, contesto) => {
    for (const [api, load] of Object.entries(precedenti)) {
      if (evento.rawPath.startsWith(`${API_BASE[api as NomeApi]}/`)) return (await load()).handler(evento, contesto);
    }
    return attuale(evento, contesto);
  };
