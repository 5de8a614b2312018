export default {
  limits: 'What a clerk gives by herself',
  limitsHint:
    'Above it the counter asks for a manager’s PIN, and the audit log names who approved. Managers and the owner have no limit.',
  nobodyApproves: 'Nobody can approve yet: what is above a limit can’t be given. Set a PIN first.',
  setPin: 'Set a PIN',
  grantPoints: 'Most {unit} at once',
  dayPoints: 'Most {unit} in a day',
  categories: 'Categories',
  categoriesHint:
    'Chosen with a tap beside the amount. Each earns at its own rate under Earning; one without a rate of its own earns what everything else earns.',
  category: {
    name: 'Category {position, number}',
    add: 'Add a category',
    remove: 'Remove {name}',
  },
  services: 'Services',
  servicesHint: 'What people come for. Each visit gives {points} beside what is paid.',
  servicesHintNone: 'What people come for. A visit gives {unit} of its own once Earning says how many.',
  service: {
    name: 'Service {position, number}',
    add: 'Add a service',
    remove: 'Remove {name}',
  },
  faults: {
    points: 'Enter a whole number from 1 to 10,000,000',
    below: 'A day can’t be less than a single grant',
    missing: 'Enter a name, or remove it',
    twice: 'This stands there already',
  },
} as const;
