/** The store on DynamoDB. Reads by key are strongly consistent; contrasts come back as data with the item found; throttling and races are retried. */
import { TransactionCanceledException } from "@aws-sdk/client-dynamodb";
import {
  BatchGetCommand,
  BatchWriteCommand,
  type DynamoDBDocumentClient,
  GetCommand,
  QueryCommand,
  TransactWriteCommand,
  type TransactWriteCommandInput,
  UpdateCommand,
} from "@aws-sdk/lib-dynamodb";
import { unmarshall } from "@aws-sdk/util-dynamodb";
import { tabelle } from "../../contracts/tables.ts";
import type {
  Chiave,
  Contrasto,
  Deposito,
  Elemento,
  Interrogazione,
  NomeTabella,
  Pezzo,
  Scrittura,
  Segnaposto,
} from "../../ports/deposito.ts";
import { buildEspressione, buildSomma } from "./espressioni.ts";

export type NomiTabelle = Readonly<Record<NomeTabella, string>>;

const TENTATIVI = 8;
/** A filtered query reads more than it returns: this many items in its first request, then four times as many each, so that a page costs few. */
const LETTURA_CON_FILTRO = 400;
const LETTURA_MASSIMA = 25_600;

const isElemento = (valore: unknown): valore is Elemento =>
  typeof valore === "object" &&
  valore !== null &&
  "pk" in valore &&
  "sk" in valore &&
  typeof valore.pk === "string" &&
  typeof valore.sk === "string";

const toElementi = (valori: readonly unknown[] | undefined): Elemento[] => (valori ?? []).filter(isElemento);

const pause = (tentativo: number): Promise<void> =>
  new Promise((resolve) => {
    setTimeout(resolve, Math.random() * Math.min(1000, 20 * 2 ** tentativo));
  });

const campiIndice = (tabella: NomeTabella, indice: string | undefined): { pk: string; sk: string } => {
  if (indice === undefined) return { pk: "pk", sk: "sk" };
  const trovato = tabelle.find((t) => t.nome === tabella)?.indici.find((i) => i.nome === indice);
  if (!trovato) throw new Error(`indice ${indice} non dichiarato sulla tabella ${tabella}`);
  return trovato;
};

export class DepositoDynamoDb implements Deposito {
  readonly #client: DynamoDBDocumentClient;
  readonly #nomi: NomiTabelle;

  constructor(client: DynamoDBDocumentClient, nomi: NomiTabelle) {
    this.#client = client;
    this.#nomi = nomi;
  }

  async get(tabella: NomeTabella, chiave: Chiave): Promise<Elemento | undefined> {
    const { Item } = await this.#client.send(
      new GetCommand({ TableName: this.#nomi[tabella], Key: { pk: chiave.pk, sk: chiave.sk }, ConsistentRead: true }),
    );
    return isElemento(Item) ? Item : undefined;
  }

  async getMany(tabella: NomeTabella, chiavi: readonly Chiave[]): Promise<readonly Elemento[]> {
    const nome = this.#nomi[tabella];
    const lotti = Array.from({ length: Math.ceil(chiavi.length / 100) }, (_, i) => chiavi.slice(i * 100, i * 100 + 100));
    const risposte = await Promise.all(lotti.map((lotto) => this.#getLotto(nome, lotto)));
    return risposte.flat();
  }

  async #getLotto(nome: string, lotto: readonly Chiave[]): Promise<Elemento[]> {
    const elementi: Elemento[] = [];
    let chiavi: readonly Record<string, unknown>[] = lotto.map(({ pk, sk }) => ({ pk, sk }));
    for (let tentativo = 0; chiavi.length > 0; tentativo++) {
      if (tentativo >= TENTATIVI) throw new Error(`BatchGetItem: ${chiavi.length} chiavi non lette dopo ${TENTATIVI} tentativi`);
      if (tentativo > 0) await pause(tentativo);
      const risposta = await this.#client.send(
        new BatchGetCommand({ RequestItems: { [nome]: { Keys: [...chiavi], ConsistentRead: true } } }),
      );
      elementi.push(...toElementi(risposta.Responses?.[nome]));
      chiavi = risposta.UnprocessedKeys?.[nome]?.Keys ?? [];
    }
    return elementi;
  }

  async query(richiesta: Interrogazione): Promise<Pezzo> {
    const campi = campiIndice(richiesta.tabella, richiesta.indice);
    const filtrata = (richiesta.filtri ?? []).length > 0;
    const elementi: Elemento[] = [];
    let dopo: Segnaposto | undefined = richiesta.dopo;
    let daLeggere = filtrata ? (richiesta.lettiMassimi ?? Number.MAX_SAFE_INTEGER) : Number.MAX_SAFE_INTEGER;
    for (let lettura = LETTURA_CON_FILTRO; ; lettura = Math.min(lettura * 4, LETTURA_MASSIMA)) {
      // One more than asked tells whether something follows, without another request.
      const mancano = richiesta.limite + 1 - elementi.length;
      const risposta = await this.#client.send(
        new QueryCommand({
          TableName: this.#nomi[richiesta.tabella],
          ...(richiesta.indice === undefined ? { ConsistentRead: true } : { IndexName: richiesta.indice }),
          ...buildEspressione(richiesta, campi),
          ScanIndexForward: richiesta.ordine === "asc",
          Limit: filtrata ? Math.min(Math.max(mancano, lettura), daLeggere) : mancano,
          ...(dopo && { ExclusiveStartKey: { ...dopo } }),
        }),
      );
      elementi.push(...toElementi(risposta.Items));
      const ultimo = elementi[richiesta.limite - 1];
      if (elementi.length > richiesta.limite && ultimo)
        return { elementi: elementi.slice(0, richiesta.limite), dopo: this.#segnaposto(ultimo, campi) };
      if (!risposta.LastEvaluatedKey) return { elementi };
      dopo = Object.fromEntries(Object.entries(risposta.LastEvaluatedKey).map(([campo, valore]) => [campo, String(valore)]));
      daLeggere -= risposta.ScannedCount ?? 0;
      if (daLeggere <= 0) return { elementi, dopo };
    }
  }

  #segnaposto(elemento: Elemento, campi: { readonly pk: string; readonly sk: string }): Segnaposto {
    return { pk: elemento.pk, sk: elemento.sk, [campi.pk]: String(elemento[campi.pk]), [campi.sk]: String(elemento[campi.sk]) };
  }

  async count(richiesta: Omit<Interrogazione, "limite">, tetto: number): Promise<{ numero: number; troncato: boolean }> {
    const campi = campiIndice(richiesta.tabella, richiesta.indice);
    let numero = 0;
    let daLeggere = richiesta.lettiMassimi ?? Number.MAX_SAFE_INTEGER;
    let dopo: Record<string, unknown> | undefined = richiesta.dopo;
    do {
      const risposta = await this.#client.send(
        new QueryCommand({
          TableName: this.#nomi[richiesta.tabella],
          ...(richiesta.indice !== undefined && { IndexName: richiesta.indice }),
          ...buildEspressione(richiesta, campi),
          // A count may start after a placeholder, in the order in which the placeholder was taken.
          ScanIndexForward: richiesta.ordine === "asc",
          Select: "COUNT",
          ...(richiesta.lettiMassimi !== undefined && { Limit: daLeggere }),
          ...(dopo && { ExclusiveStartKey: dopo }),
        }),
      );
      numero += risposta.Count ?? 0;
      daLeggere -= risposta.ScannedCount ?? 0;
      dopo = risposta.LastEvaluatedKey;
    } while (dopo && numero <= tetto && daLeggere > 0);
    return { numero: Math.min(numero, tetto), troncato: numero > tetto || dopo !== undefined };
  }

  #toScritturaDynamo(scrittura: Scrittura): NonNullable<TransactWriteCommandInput["TransactItems"]>[number] {
    const TableName = this.#nomi[scrittura.tabella];
    const contrasto = { ReturnValuesOnConditionCheckFailure: "ALL_OLD" } as const;
    const alla = (versione: number) => ({
      ConditionExpression: "versione = :versione",
      ExpressionAttributeValues: { ":versione": versione },
    });
    switch (scrittura.azione) {
      case "crea":
        return { Put: { TableName, Item: { ...scrittura.elemento }, ConditionExpression: "attribute_not_exists(pk)", ...contrasto } };
      case "sostituisci":
        return { Put: { TableName, Item: { ...scrittura.elemento }, ...alla(scrittura.versione), ...contrasto } };
      case "verifica":
        return {
          ConditionCheck: {
            TableName,
            Key: { pk: scrittura.chiave.pk, sk: scrittura.chiave.sk },
            ...alla(scrittura.versione),
            ...contrasto,
          },
        };
      case "elimina":
        return {
          Delete: { TableName, Key: { pk: scrittura.chiave.pk, sk: scrittura.chiave.sk }, ...alla(scrittura.versione), ...contrasto },
        };
      case "somma":
        return { Update: { TableName, Key: { pk: scrittura.chiave.pk, sk: scrittura.chiave.sk }, ...buildSomma(scrittura) } };
    }
  }

  async commit(scritture: readonly Scrittura[]): Promise<readonly Contrasto[]> {
    if (scritture.length === 0) return [];
    const TransactItems = scritture.map((scrittura) => this.#toScritturaDynamo(scrittura));
    for (let tentativo = 0; ; tentativo++) {
      try {
        await this.#client.send(new TransactWriteCommand({ TransactItems }));
        return [];
      } catch (errore) {
        if (!(errore instanceof TransactionCanceledException)) throw errore;
        const motivi = errore.CancellationReasons ?? [];
        const contrasti = motivi.flatMap((motivo, indice): Contrasto[] => {
          if (motivo.Code !== "ConditionalCheckFailed") return [];
          const trovato = motivo.Item && unmarshall(motivo.Item);
          return [isElemento(trovato) ? { indice, trovato } : { indice }];
        });
        if (contrasti.length > 0) return contrasti;
        const passeggero = motivi.every(
          ({ Code }) =>
            Code === "None" || Code === "TransactionConflict" || Code === "ThrottlingError" || Code === "ProvisionedThroughputExceeded",
        );
        if (!passeggero || tentativo >= TENTATIVI) throw errore;
        await pause(tentativo);
      }
    }
  }

  async putMany(tabella: NomeTabella, elementi: readonly Elemento[]): Promise<void> {
    const lotti = Array.from({ length: Math.ceil(elementi.length / 25) }, (_, i) => elementi.slice(i * 25, i * 25 + 25));
    // A few at a time: enough to hide the round trip, not enough to be throttled.
    for (let i = 0; i < lotti.length; i += 8)
      await Promise.all(lotti.slice(i, i + 8).map((lotto) => this.#putLotto(this.#nomi[tabella], lotto)));
  }

  async #putLotto(nome: string, lotto: readonly Elemento[]): Promise<void> {
    let richieste: NonNullable<ConstructorParameters<typeof BatchWriteCommand>[0]["RequestItems"]>[string] = lotto.map((elemento) => ({
      PutRequest: { Item: { ...elemento } },
    }));
    for (let tentativo = 0; richieste.length > 0; tentativo++) {
      if (tentativo >= TENTATIVI) throw new Error(`BatchWriteItem: ${richieste.length} elementi non scritti dopo ${TENTATIVI} tentativi`);
      if (tentativo > 0) await pause(tentativo);
      const { UnprocessedItems } = await this.#client.send(new BatchWriteCommand({ RequestItems: { [nome]: richieste } }));
      richieste = UnprocessedItems?.[nome] ?? [];
    }
  }

  async increment(tabella: NomeTabella, chiave: Chiave, campo: string, passo: number): Promise<number> {
    const { Attributes } = await this.#client.send(
      new UpdateCommand({
        TableName: this.#nomi[tabella],
        Key: { pk: chiave.pk, sk: chiave.sk },
        UpdateExpression: "ADD #campo :passo",
        ExpressionAttributeNames: { "#campo": campo },
        ExpressionAttributeValues: { ":passo": passo },
        ReturnValues: "UPDATED_NEW",
      }),
    );
    const valore: unknown = Attributes?.[campo];
    if (typeof valore !== "number") throw new Error(`il contatore ${campo} non è un numero`);
    return valore;
  }
}
