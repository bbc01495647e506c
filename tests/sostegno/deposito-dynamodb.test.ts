import { afterAll, afterEach, beforeAll, describe } from "vitest";
import { DepositoDynamoDb } from "../../shared/adapters/dynamodb/deposito.ts";
import { suiteDeposito } from "../../shared/ports/deposito.suite.ts";
import { type DynamoDiProva, NOMI_TABELLE, startDynamoDiProva } from "./tabelle.ts";

describe("store on DynamoDB", () => {
  const aperti: DynamoDiProva[] = [];
  let primo: DynamoDiProva | undefined;
  beforeAll(async () => {
    primo = await startDynamoDiProva();
  });
  afterEach(async () => {
    await Promise.all(aperti.splice(0).map((dynamo) => dynamo.stop()));
  });
  afterAll(() => primo?.stop());

  suiteDeposito(async () => {
    const dynamo = primo ?? (await startDynamoDiProva());
    primo = undefined;
    aperti.push(dynamo);
    return new DepositoDynamoDb(dynamo.client, NOMI_TABELLE);
  });
});
