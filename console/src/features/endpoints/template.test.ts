import { aCorrection } from '@/test/endpoints';
import { describe, expect, it } from 'vitest';
import { consequence, said } from './plan';
import { concerns, suggestedName, upTo, variableOf, withVariable } from './template';

const orders = { host: 'api.shop.example', method: 'GET', template: '/v1/orders/{orderId}/items' };

describe('a correction concerns an endpoint', () => {
  it('whatever its variables are called', () => {
    expect(concerns(aCorrection({ kind: 'rename', template: '/v1/orders/{x}' }), orders)).toBe(true);
    expect(concerns(aCorrection({ template: '/v1/orders/{x}/items' }), orders)).toBe(true);
  });

  it('but not if it is about another host, method, path or a shorter pin', () => {
    expect(concerns(aCorrection({ template: '/v1/orders/{x}/items', host: 'other.example' }), orders)).toBe(false);
    expect(concerns(aCorrection({ template: '/v1/orders/{x}/items', method: 'POST' }), orders)).toBe(false);
    expect(concerns(aCorrection({ kind: 'reject', template: '/v1/order/{x}' }), orders)).toBe(false);
    expect(concerns(aCorrection({ template: '/v1/orders/{x}' }), orders)).toBe(false);
    expect(concerns(aCorrection({ kind: 'reject', template: '/v1/orders/{x}/items/{y}' }), orders)).toBe(false);
  });
});

describe('a part', () => {
  it('is cut out, renamed and suggested a name for', () => {
    expect(upTo(orders.template, 2)).toBe('/v1/orders/{orderId}');
    expect(variableOf('{orderId}.json')).toBe('orderId');
    expect(withVariable('/users/anna/keys', 1, 'userId')).toBe('/users/{userId}/keys');
    expect(suggestedName('/users/anna', 1)).toBe('userId');
    expect(suggestedName('/v1/categories/shoes', 2)).toBe('categoryId');
    expect(suggestedName('/anna', 0)).toBe('id');
  });

  it('that is a value after all is a pin for every method', () => {
    const plan = { kind: 'value', part: 1 } as const;
    const users = { ...orders, template: '/users/anna' };
    expect(said(plan, users, 'userId')).toEqual({ kind: 'pin', host: 'api.shop.example', template: '/users/{userId}' });
    expect(consequence(plan, users, 'userId')).toContain('/users/{userId} on api.shop.example');
  });
});
